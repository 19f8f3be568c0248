package dev.croft.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database, as the owner of its tables. */
final class ConnectionOptions extends DatabaseOptions {
  @Option(
      names = {"-U", "--user"},
      paramLabel = "NAME",
      description = {
        "The owner of the tables. Without it DATABASE_MIGRATION_USER,",
        "or the user of the URL. The password is that in",
        "DATABASE_MIGRATION_PASSWORD, DATABASE_URL or PGPASSWORD."
      })
  private @Nullable String user;

  @Override
  String prefix() {
    return "DATABASE_MIGRATION";
  }

  @Override
  Optional<String> user() {
    return Optional.ofNullable(user);
  }

  @Override
  String role() {
    return "the owner of the tables";
  }

  @Override
  boolean isOfUrl() {
    return true;
  }
}
