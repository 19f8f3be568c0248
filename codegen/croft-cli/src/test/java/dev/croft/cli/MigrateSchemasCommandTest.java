package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MigrateSchemasCommandTest {
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final Shell shell;

  MigrateSchemasCommandTest(@TempDir Path directory) {
    shell =
        new Shell(directory)
            .on(database)
            .changeset(
                "1_one", "create table ${schema}.one (id int);", "drop table ${schema}.one;");
  }

  @BeforeEach
  void make() {
    execute("create schema tenant_a; create schema tenant_b; create schema tenantx");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void the_schemas_of_a_pattern_are_migrated() {
    Result result = shell.run("migrate-schemas", "--schemas", "tenant_*");
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out())
        .isEqualTo(
            """
            migrated  tenant_a, 1 changeset
            migrated  tenant_b, 1 changeset
            2 schemas: 2 migrated, 0 up to date, 0 failed, 0 untouched.
            """);
    assertThat(shell.run("migrate-schemas", "--schemas", "tenant_*").out())
        .isEqualTo("2 schemas: 0 migrated, 2 up to date, 0 failed, 0 untouched.\n");
  }

  @Test
  void a_canary_that_fails_leaves_the_others_alone() {
    execute("create table tenant_b.one ()");
    Result result = shell.run("migrate-schemas", "--schemas", "tenant_*", "--canary", "tenant_b");
    assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(result.out())
        .startsWith("failed    tenant_b: Changeset db/changelog/1_one.sql::croft:1_one was not")
        .endsWith("2 schemas: 0 migrated, 0 up to date, 1 failed, 1 untouched.\n");
  }

  @Test
  void a_check_tells_where_schemas_differ() {
    shell.write("tenants.txt", "# the first\ntenant_a\ntenant_b\ntenantx\n");
    shell.run("migrate-schemas", "--schemas-file", "tenants.txt");
    assertThat(shell.run("migrate-schemas", "--check", "--schemas-file", "tenants.txt"))
        .isEqualTo(
            new Result(0, "3 schemas: 3 as the changelog says and as most are, 0 not.\n", ""));
    execute("alter table tenant_b.one add more int; drop schema tenantx cascade");
    execute("create schema tenantx");
    assertThat(shell.run("migrate-schemas", "--check", "--schemas-file", "tenants.txt"))
        .isEqualTo(
            new Result(
                ExitStatus.FOUND,
                """
                tenant_b
                  extra    column one.more integer
                tenantx
                  pending  db/changelog/1_one.sql::croft:1_one
                3 schemas: 1 as the changelog says and as most are, 2 not.
                """,
                ""));
    assertThat(
            shell
                .run("migrate-schemas", "--check", "--json", "--schemas-file", "tenants.txt")
                .out())
        .contains("\"extra\" : [ \"column one.more integer\" ]");
  }

  @Test
  void schemas_that_are_not_there_and_canaries_among_no_schemas_are_refused() {
    assertThat(shell.run("migrate-schemas", "--schemas", "client_*"))
        .isEqualTo(
            new Result(
                ExitStatus.USAGE,
                "",
                "Nothing was migrated: no schema is named or matches. See --schemas and"
                    + " --schemas-file.\n"));
    assertThat(shell.run("migrate-schemas", "--schemas", "tenant_*", "--canary", "tenantx").err())
        .isEqualTo(
            "Nothing was migrated: a canary is not among the schemas. See migrate-schemas"
                + " --help.\n");
    assertThat(shell.run("migrate-schemas", "--schemas", "x", "--wave", "0").status())
        .isEqualTo(ExitStatus.USAGE);
  }

  private void execute(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
