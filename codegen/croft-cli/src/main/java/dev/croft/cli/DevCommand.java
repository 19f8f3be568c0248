package dev.croft.cli;

import dev.croft.migrations.ChangesetId;
import dev.croft.migrations.MigrationException;
import dev.croft.migrations.Migrator;
import dev.croft.postgres.DevelopmentServer;
import dev.croft.postgres.Login;
import dev.croft.seeding.DevelopmentData;
import dev.croft.seeding.SeedException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "dev",
    description = "Runs a PostgreSQL for development, migrated and seeded, until interrupted.",
    footer = {
      "",
      "It listens to this machine alone. What it holds stays in --directory, and so do",
      "the logins and their passwords, in database.env: a file for --env-file, and for",
      "the environment of your application. Delete the directory to begin anew."
    })
final class DevCommand implements Callable<Integer> {
  private static final String ADMIN = "croft_dev_admin";

  private final Surroundings surroundings;
  private final CountDownLatch forEver;

  @Mixin private final ChangelogOptions changelog = new ChangelogOptions();

  @Option(
      names = {"-p", "--port"},
      paramLabel = "PORT",
      defaultValue = "54329",
      description = "Where it listens; ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      defaultValue = ".croft/dev",
      description = "Where its data is kept; ${DEFAULT-VALUE}.")
  private Path directory = Path.of("");

  @Option(
      names = "--tenants",
      paramLabel = "N",
      defaultValue = "5",
      description = "Tenants to make up while there are none; ${DEFAULT-VALUE}. 0 for none.")
  private int tenants;

  /**
   * @param forEver what the command waits for once the server runs
   */
  DevCommand(Surroundings surroundings, CountDownLatch forEver) {
    this.surroundings = surroundings;
    this.forEver = forEver;
  }

  @Override
  public Integer call() throws InterruptedException {
    DevelopmentServer server = DevelopmentServer.start(surroundings.resolve(directory), port);
    Thread closer = new Thread(() -> stop(server), "croft-dev-closer");
    Runtime.getRuntime().addShutdownHook(closer);
    prepare(server);
    forEver.await();
    Runtime.getRuntime().removeShutdownHook(closer);
    stop(server);
    return ExitStatus.DONE;
  }

  /** A changelog that cannot be applied is no reason to stop: it is being written. */
  private void prepare(DevelopmentServer server) {
    try {
      say(Changesets.counted(migrate(server).size()) + " applied.");
      seed(server);
    } catch (MigrationException | SeedException e) {
      surroundings.err().println(Failures.message(e));
    }
    Path logins = server.writeSecret("database.env", environment(server));
    server.writeSecret(".gitignore", "*\n");
    say("PostgreSQL runs at %s as %s.".formatted(server.jdbcUrl(), server.owner().user()));
    say("Logins and passwords: " + logins);
    say("Interrupt it to stop; what it holds stays.");
  }

  private List<ChangesetId> migrate(DevelopmentServer server) {
    try (Progress progress = new Progress(surroundings.err(), "applying")) {
      return Migrator.of(server.jdbcUrl(), server.owner(), changelog.changelog())
          .readingFrom(changelog.existing(surroundings))
          .tellingOf(progress)
          .apply();
    }
  }

  private void seed(DevelopmentServer server) {
    if (tenants == 0 || !isCroft(server)) {
      return;
    }
    DevelopmentData some = DevelopmentData.defaults();
    DevelopmentData data = MadeUpTenants.data(some.seed(), tenants, some.usersPerTenant());
    DataSource admin =
        DatabaseOptions.dataSource(server.jdbcUrl(), server.member(ADMIN, "croft_admin"));
    try {
      MadeUpTenants.seed(admin, data, surroundings.err())
          .forEach(run -> say(SeedCommand.line(run)));
    } catch (SQLException e) {
      surroundings.err().println("Nothing was seeded: SQLSTATE %s.".formatted(e.getSQLState()));
    }
  }

  private static boolean isCroft(DevelopmentServer server) {
    return server.hasRole("croft_app") && server.hasRole("croft_admin");
  }

  private static String environment(DevelopmentServer server) {
    StringBuilder text = new StringBuilder();
    boolean isCroft = isCroft(server);
    Login runtime = isCroft ? server.member("croft_dev_app", "croft_app") : server.owner();
    String address = server.jdbcUrl().replaceFirst("^jdbc:postgresql://", "");
    append(
        text,
        "DATABASE_URL",
        "postgresql://%s:%s@%s".formatted(runtime.user(), runtime.password(), address));
    if (isCroft) {
      append(text, "DATABASE_SYSTEM", server.member(ADMIN, "croft_admin"));
    }
    append(text, "DATABASE_MIGRATION", server.owner());
    return text.toString();
  }

  private static void append(StringBuilder text, String prefix, Login login) {
    append(text, prefix + "_USER", login.user());
    append(text, prefix + "_PASSWORD", login.password());
  }

  private static void append(StringBuilder text, String name, String value) {
    text.append(name).append('=').append(value).append('\n');
  }

  private void stop(DevelopmentServer server) {
    server.close();
    say("PostgreSQL has stopped.");
  }

  private void say(String text) {
    PrintWriter out = surroundings.out();
    out.println(text);
    out.flush();
  }
}
