package dev.croft.cli;

import dev.croft.postgres.DatabaseUrl;
import dev.croft.postgres.Login;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Option;

/** Which database, and as whom, whose names in the environment begin with a prefix. */
abstract class DatabaseOptions {
  private static final String JVM_TRUST = "org.postgresql.ssl.DefaultJavaSSLFactory";

  @Option(
      names = {"-u", "--url"},
      paramLabel = "URL",
      description = {
        "The database, as postgresql://host:port/database, without a password.",
        "Without it DATABASE_URL, or DATABASE_HOST, _PORT and _NAME."
      })
  private @Nullable String url;

  @Option(
      names = "--ask-password",
      interactive = true,
      arity = "0",
      description = "Ask for the password on the terminal.")
  private char @Nullable [] password;

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description = {
        "A file of NAME=value lines that complete the environment;",
        "without it .env in this directory, if there is one."
      })
  private @Nullable Path file;

  /** Whether the options themselves name a database. */
  final boolean isGiven() {
    return url != null;
  }

  Connection in(Surroundings surroundings) {
    Settings settings = Settings.in(surroundings, file);
    DatabaseUrl found = encrypted(url == null ? urlIn(settings) : given(url), settings);
    return new Connection(found, login(found, settings));
  }

  /** What the names of the login begin with in the environment. */
  abstract String prefix();

  /** The user that an option names. */
  abstract Optional<String> user();

  /** Whom to name where nobody is. */
  abstract String role();

  /** Whether the user of {@code DATABASE_URL} may be the one. */
  abstract boolean isOfUrl();

  /** The database, and as whom to connect to it. */
  record Connection(DatabaseUrl url, Login login) {
    DataSource dataSource() {
      return DatabaseOptions.dataSource(url.jdbcUrl(), login);
    }
  }

  static DataSource dataSource(String jdbcUrl, Login login) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl);
    source.setUser(login.user());
    source.setPassword(login.password());
    return source;
  }

  private DatabaseUrl given(String url) {
    DatabaseUrl parsed = DatabaseUrl.parse("--url", url);
    if (parsed.password().isPresent()) {
      throw new UsageException(
          "The password was not used",
          "--url holds it, and the list of processes shows it to every user of this machine",
          "Change it, and set %s_PASSWORD or say --ask-password.".formatted(prefix()));
    }
    return parsed;
  }

  private static DatabaseUrl urlIn(Settings settings) {
    Optional<String> whole = settings.find("DATABASE_URL");
    if (whole.isPresent()) {
      return DatabaseUrl.parse("DATABASE_URL", whole.get());
    }
    String host =
        settings
            .find("DATABASE_HOST")
            .orElseThrow(
                () ->
                    new UsageException(
                        "No database is named",
                        "there is no --url, DATABASE_URL or DATABASE_HOST",
                        "Give one; croft dev starts a database and prints its URL."));
    return DatabaseUrl.parse(
        "DATABASE_HOST, DATABASE_PORT and DATABASE_NAME",
        "postgresql://%s:%s/%s"
            .formatted(
                host,
                settings.find("DATABASE_PORT").orElse("5432"),
                settings.find("DATABASE_NAME").orElse("postgres")));
  }

  /** As Croft's own connections are: a server elsewhere proves who it is. */
  private static DatabaseUrl encrypted(DatabaseUrl url, Settings settings) {
    boolean isLocal = url.host().matches("localhost|127(\\.\\d+){3}|::1");
    String mode = settings.find("DATABASE_SSLMODE").orElse(isLocal ? "prefer" : "verify-full");
    DatabaseUrl encrypted = url.orElse("sslmode", mode);
    Optional<String> authorities = settings.find("DATABASE_SSLROOTCERT");
    return authorities
        .map(certificates -> encrypted.orElse("sslrootcert", certificates))
        .orElseGet(
            () ->
                encrypted.parameter("sslrootcert").isPresent()
                    ? encrypted
                    : encrypted.orElse("sslfactory", JVM_TRUST));
  }

  private Login login(DatabaseUrl found, Settings settings) {
    boolean mayBeOfUrl = isOfUrl() || url != null;
    Optional<String> ofUrl = mayBeOfUrl ? found.user() : Optional.empty();
    String name =
        user()
            .or(() -> settings.find(prefix() + "_USER"))
            .or(() -> ofUrl)
            .orElseThrow(
                () ->
                    new UsageException(
                        "No user is named",
                        "there is no --user or %s_USER%s"
                            .formatted(prefix(), mayBeOfUrl ? ", and none in the URL" : ""),
                        "Name %s.".formatted(role())));
    return new Login(name, password(name, found, settings));
  }

  private String password(String name, DatabaseUrl found, Settings settings) {
    if (password != null) {
      return new String(password);
    }
    Optional<String> ofUrl =
        found.user().filter(name::equals).isPresent() ? found.password() : Optional.empty();
    Optional<String> ofRole =
        settings.find(prefix() + "_USER").map(name::equals).orElse(true)
            ? settings.find(prefix() + "_PASSWORD")
            : Optional.empty();
    return ofRole.or(() -> ofUrl).or(() -> settings.find("PGPASSWORD")).orElse("");
  }
}
