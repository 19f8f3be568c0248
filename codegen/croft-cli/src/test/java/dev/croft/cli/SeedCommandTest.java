package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import dev.croft.migrations.Migrator;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import dev.croft.seeding.DevelopmentData;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedCommandTest {
  private static final String BASE = "croft/changelog.xml";

  private final PostgresServer server = PostgresServer.shared();
  private final PostgresDatabase database = server.cloneOf(base(server));
  private final Shell shell;
  private Login admin;

  SeedCommandTest(@TempDir Path directory) {
    shell = new Shell(directory).on(database);
  }

  @BeforeEach
  void nameTheAdmin() {
    admin = database.createLogin("croft_admin");
    shell.asSystem(admin);
  }

  /** To be cloned: a database with Croft's own tables. */
  static PostgresDatabase base(PostgresServer server) {
    return server.template(BASE, template -> Migrator.of(template, BASE).apply());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void tenants_are_made_up_once_and_a_reset_takes_them_for_what_they_are() throws SQLException {
    assertThat(shell.run("seed")).isEqualTo(new Result(0, "seeder baseline wrote 0 rows\n", ""));
    Result first = shell.run("seed", "--tenants=3", "--users-per-tenant=4");
    assertThat(first.out())
        .matches("seeder baseline wrote 0 rows\nseeder development wrote \\d\\d+ rows\n");
    assertThat(count("public.tenants")).isEqualTo(3);
    assertThat(count("public.users")).isEqualTo(12);
    assertThat(shell.run("seed", "--tenants=3", "--users-per-tenant=4").out())
        .endsWith("seeder development wrote 0 rows\n");
    assertThat(shell.run("seed", "--tenants=3", "--json").out())
        .contains("\"seeder\" : \"development\"");
    assertThat(shell.run("reset", "-c", BASE).status()).isEqualTo(ExitStatus.DONE);
    assertThat(count("public.tenants")).isZero();
  }

  @Test
  void a_row_among_the_seeded_that_somebody_changed_is_not_lost() throws SQLException {
    shell.run("seed", "--tenants=1", "--users-per-tenant=1");
    as(admin, "update public.tenants set name = 'Mine'");
    Result reset = shell.run("reset", "-c", BASE);
    assertThat(reset.status()).isEqualTo(ExitStatus.REFUSED);
    assertThat(reset.err()).contains("no seeder wrote, in public.tenants. ");
    assertThat(count("public.tenants")).isEqualTo(1);
  }

  @Test
  void a_server_for_development_makes_tenants_up_while_there_are_none() throws SQLException {
    DevelopmentData data = MadeUpTenants.data(1, 2, 3);
    DataSource source = DatabaseOptions.dataSource(database.jdbcUrl(), admin);
    PrintWriter err = new PrintWriter(Writer.nullWriter());
    assertThat(MadeUpTenants.seed(source, data, err)).hasSize(2);
    as(admin, "delete from public.tenants where slug = (select min(slug) from public.tenants)");
    assertThat(MadeUpTenants.seed(source, data, err)).hasSize(1);
    assertThat(count("public.tenants")).isEqualTo(1);
  }

  @Test
  void nothing_is_made_up_in_production_and_no_nonsense_anywhere() throws SQLException {
    assertThat(shell.run("seed", "--tenants=0"))
        .isEqualTo(
            new Result(
                ExitStatus.USAGE,
                "",
                "Nothing was made up: tenants is 0; give a number from 1 to 10,000. See"
                    + " --help.\n"));
    assertThat(shell.run("seed", "--users-per-tenant=4").status()).isEqualTo(ExitStatus.USAGE);
    as(admin, "select croft.mark_production()");
    Result refused = shell.run("seed", "--tenants=1");
    assertThat(refused.status()).isEqualTo(ExitStatus.REFUSED);
    assertThat(refused.err()).startsWith("seeder development was refused: ");
    assertThat(shell.run("seed").status()).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void it_is_the_system_that_seeds_not_the_application_or_the_owner() {
    shell.set("DATABASE_SYSTEM_USER", "").set("DATABASE_SYSTEM_PASSWORD", "");
    assertThat(shell.run("seed").err())
        .isEqualTo(
            "No user is named: there is no --user or DATABASE_SYSTEM_USER."
                + " Name a member of croft_admin.\n");
    shell.set("DATABASE_SYSTEM_USER", admin.user()).set("DATABASE_SYSTEM_PASSWORD", "wrong");
    assertThat(shell.run("seed").status()).isIn(ExitStatus.FAILED, ExitStatus.UNAVAILABLE);
  }

  private void as(Login login, String sql) throws SQLException {
    try (Connection connection = database.connect(login);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long count(String table) throws SQLException {
    try (Connection connection = database.connect(database.superuser());
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
