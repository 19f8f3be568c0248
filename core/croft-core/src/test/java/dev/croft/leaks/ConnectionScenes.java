package dev.croft.leaks;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.EnvironmentOf;
import dev.croft.connection.ConfigurationException;
import dev.croft.connection.DatabaseAddress;
import dev.croft.exception.ConnectionUnavailableException;
import dev.croft.exception.UnsafeDatabaseException;
import dev.croft.postgres.Login;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Connections that are not had, with a secret in the hands of whoever wants them. */
final class ConnectionScenes {
  /** A password in every place of a URL that a slip of the hand can bring it to. */
  private static final List<String> MALFORMED =
      List.of(
          "canarium",
          "canarium:canarium@localhost/village",
          "mysql://app:canarium@localhost/village",
          "jdbc:canarium",
          "jdbc:postgresql:canarium",
          "postgresql://canarium",
          "postgresql://app:canarium@",
          "postgresql://app:canarium@localhost",
          "postgresql://app:canarium@/village",
          "postgresql://app:canarium@localhost:canarium/village",
          "postgresql://app:canarium@localhost:99999/village",
          "postgresql://app:canarium@localhost:-1/village",
          "postgresql://app:can arium@localhost/village",
          "postgresql://app:canarium%zz@localhost/village",
          "postgresql://app:canarium#1@localhost/village",
          "postgresql://app:canarium/1@localhost/village",
          "postgresql://app:1/canarium@localhost/village",
          "postgresql://app:canarium?1@localhost/village",
          "postgresql://app:canarium@1@localhost/village",
          "postgresql://app:[canarium]@localhost/village",
          "postgresql://app:canarium@localhost/village?options=-c%20app.tenant_id%3Dcanarium",
          "postgresql://app:canarium@localhost/village?password=canarium",
          "postgresql://app:canarium@one,two/village",
          "postgresql:canarium",
          "  canarium  ",
          "postgresql://:canarium@localhost/village",
          "postgresql://app:@localhost/canarium",
          "postgresql://app@canarium/village");

  private final Aviary aviary;

  ConnectionScenes(Aviary aviary) {
    this.aviary = aviary;
  }

  Stream<Scene> all() {
    return Stream.concat(MALFORMED.stream().map(ConnectionScenes::malformed), unavailable());
  }

  private static Scene malformed(String url) {
    return Scene.fails(
        "the URL " + url.replace("canarium", "…"),
        ConfigurationException.class,
        () -> EnvironmentOf.config(Map.of("DATABASE_URL", url)));
  }

  private Stream<Scene> unavailable() {
    DatabaseAddress here = aviary.village().address();
    String user = aviary.village().runtime().user();
    return Stream.of(
        Scene.succeeds("opening", () -> opened(aviary.config())),
        Scene.succeeds("an examination", () -> Croft.examine(aviary.config()).toJson()),
        unavailable("a wrong password", here, "nobody"),
        unavailable("another port", new DatabaseAddress(here.host(), 1, here.database()), user),
        unavailable("no such host", new DatabaseAddress("nowhere.invalid", 5432, "village"), user),
        unavailable(
            "no such database",
            new DatabaseAddress(here.host(), here.port(), "no_such_database"),
            user),
        Scene.fails("the owner as runtime role", UnsafeDatabaseException.class, this::openAsOwner));
  }

  private static Scene unavailable(String name, DatabaseAddress address, String user) {
    return Scene.fails(
        name,
        ConnectionUnavailableException.class,
        () -> opened(CroftConfig.of(address, Aviary.secret(user))));
  }

  private static Object opened(CroftConfig config) {
    try (Croft croft = Croft.open(config)) {
      return croft;
    }
  }

  private Object openAsOwner() {
    Login owner = aviary.village().database().createLogin("croft_admin");
    aviary.village().asSuperuser("alter role %s password '%s'", owner.user(), Canary.SECRET);
    aviary.village().asSuperuser("alter role %s superuser", owner.user());
    return opened(CroftConfig.of(aviary.village().address(), Aviary.secret(owner.user())));
  }
}
