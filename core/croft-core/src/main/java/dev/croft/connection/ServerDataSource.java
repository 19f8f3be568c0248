package dev.croft.connection;

import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** The driver's data source, made of typed properties: no text is pasted into a URL. */
final class ServerDataSource {
  private ServerDataSource() {}

  static PGSimpleDataSource of(ConnectionSource.Server server, ServerSettings settings) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    DriverProperties.of(server.address(), settings)
        .forEach((name, value) -> set(dataSource, name, value));
    dataSource.setUser(server.credentials().user());
    dataSource.setPassword(server.credentials().password());
    return dataSource;
  }

  private static void set(PGSimpleDataSource dataSource, String name, String value) {
    try {
      dataSource.setProperty(name, value);
    } catch (SQLException e) {
      throw new ConfigurationException(
          "pgjdbc does not take the driver property " + name, "Leave it out.");
    }
  }
}
