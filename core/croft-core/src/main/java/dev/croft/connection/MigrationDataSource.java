package dev.croft.connection;

import java.time.Duration;
import javax.sql.DataSource;

/** Connections of the owner of the tables: one at a time, so that there is no pool. */
final class MigrationDataSource {
  /** A migration takes the time it takes. */
  private static final SessionLimits NONE =
      new SessionLimits(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  private MigrationDataSource() {}

  static DataSource of(ConnectionSettings settings) {
    ServerSettings unlimited = settings.server().limits(NONE);
    return switch (source(settings)) {
      case ConnectionSource.Server server -> ServerDataSource.of(server, unlimited);
      case ConnectionSource.Secret secret ->
          ServerDataSource.of(SecretConnections.read(secret), unlimited);
      case ConnectionSource.Given given -> given.dataSource();
    };
  }

  private static ConnectionSource source(ConnectionSettings settings) {
    return settings
        .source(Access.MIGRATION)
        .orElseThrow(() -> ConnectionPool.missing(Access.MIGRATION));
  }
}
