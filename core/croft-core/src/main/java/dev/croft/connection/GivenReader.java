package dev.croft.connection;

import static dev.croft.connection.Setting.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Takes up data sources of the application, unless settings name the same login. */
record GivenReader(SettingValues values, Optional<DatabaseUrl> url) {

  void read(Map<Access, DataSource> given, Map<Access, ConnectionSource> sources) {
    given.forEach(
        (access, dataSource) -> {
          settingsOf(access).stream()
              .filter(this::isSet)
              .forEach(setting -> contradiction(setting, access));
          sources.put(access, new ConnectionSource.Given(dataSource));
        });
    if (given.containsKey(Access.RUNTIME)) {
      checkServer();
    }
  }

  /** Without a login of its own, an address may be there for the system login, or the owner. */
  private void checkServer() {
    boolean isForOthers = isSet(DATABASE_SYSTEM_USER) || isSet(DATABASE_MIGRATION_USER);
    boolean namesLogin =
        Stream.of("user", "password").anyMatch(part -> url.flatMap(u -> u.part(part)).isPresent());
    if (url.isPresent() && (namesLogin || !isForOthers)) {
      contradiction(DATABASE_URL, Access.RUNTIME);
    } else if (isSet(DATABASE_HOST) && !isForOthers) {
      contradiction(DATABASE_HOST, Access.RUNTIME);
    }
  }

  private static List<Setting> settingsOf(Access access) {
    return switch (access) {
      case RUNTIME -> List.of(DATABASE_SECRET_ARN, DATABASE_USER, DATABASE_PASSWORD);
      case READER ->
          List.of(DATABASE_READER_SECRET_ARN, DATABASE_READER_HOST, DATABASE_READER_PORT);
      case SYSTEM ->
          List.of(DATABASE_SYSTEM_SECRET_ARN, DATABASE_SYSTEM_USER, DATABASE_SYSTEM_PASSWORD);
      case MIGRATION ->
          List.of(
              DATABASE_MIGRATION_SECRET_ARN, DATABASE_MIGRATION_USER, DATABASE_MIGRATION_PASSWORD);
    };
  }

  private boolean isSet(Setting setting) {
    return values.text(setting).isPresent();
  }

  private void contradiction(Setting setting, Access access) {
    values
        .problems()
        .add(
            "%s contradicts the data source for %s: each names a login".formatted(setting, access));
  }
}
