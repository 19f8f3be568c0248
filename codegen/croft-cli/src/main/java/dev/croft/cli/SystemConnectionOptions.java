package dev.croft.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database, as a member of {@code croft_admin}. */
final class SystemConnectionOptions extends DatabaseOptions {
  @Option(
      names = {"-U", "--user"},
      paramLabel = "NAME",
      description = {
        "A member of croft_admin. Without it DATABASE_SYSTEM_USER,",
        "or the user of --url. The password is that in",
        "DATABASE_SYSTEM_PASSWORD or PGPASSWORD."
      })
  private @Nullable String user;

  @Override
  String prefix() {
    return "DATABASE_SYSTEM";
  }

  @Override
  Optional<String> user() {
    return Optional.ofNullable(user);
  }

  @Override
  String role() {
    return "a member of croft_admin";
  }

  @Override
  boolean isOfUrl() {
    return false;
  }
}
