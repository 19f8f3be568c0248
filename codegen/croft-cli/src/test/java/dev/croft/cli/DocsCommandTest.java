package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsCommandTest {
  private static final String APPLYING = "Applying db/changelog.xml to an empty database.\n";

  private final Path directory;
  private final Shell shell;

  DocsCommandTest(@TempDir Path directory) {
    this.directory = directory;
    shell =
        new Shell(directory)
            .changeset("1_one", "create table public.one (id int);", "drop table public.one;");
  }

  @Test
  void what_the_changelog_makes_is_described_without_a_database_being_named() throws IOException {
    assertThat(shell.run("docs"))
        .isEqualTo(
            new Result(
                0,
                "Wrote schema.html: 1 table, 1 column, 0 with personal data; schemas: public.\n",
                APPLYING));
    assertThat(Files.readString(directory.resolve("schema.html")))
        .contains("<title>Schema of db/changelog.xml</title>", "id=\"public.one\"");
  }

  @Test
  void the_name_of_the_file_tells_the_format_and_its_folder_is_made() throws IOException {
    assertThat(shell.run("docs", "--output", "docs/tables.md", "--json").out())
        .isEqualTo(
            """
            {
              "file" : "docs/tables.md",
              "format" : "markdown",
              "schemas" : [ "public" ],
              "tables" : 1,
              "columns" : 1,
              "personalColumns" : 0,
              "postgresql" : "%s",
              "lastChangeset" : "db/changelog/1_one.sql::croft:1_one"
            }
            """
                .formatted(version()));
    assertThat(Files.readString(directory.resolve("docs/tables.md")))
        .contains("# Schema of db/changelog.xml\n");
  }

  private String version() throws IOException {
    String text = Files.readString(directory.resolve("docs/tables.md"));
    return text.replaceAll("(?s).*PostgreSQL (\\d+\\.\\d+).*", "$1");
  }

  @Test
  void it_can_go_to_standard_output() {
    Result result = shell.run("docs", "--output=-", "--format=markdown");
    assertThat(result.status()).isZero();
    assertThat(result.out()).startsWith("<!-- Written by croft docs. -->").endsWith(".\n");
    assertThat(shell.run("docs", "--output=-", "--json"))
        .isEqualTo(
            new Result(
                ExitStatus.USAGE,
                "",
                "{\n  \"error\" : {\n    \"message\" : \"Nothing was written: --json and --output=-"
                    + " both ask for standard output. Name a file.\",\n    \"type\" : \"Usage\"\n"
                    + "  }\n}\n"));
  }

  @Test
  void a_database_that_is_there_is_read_and_not_changed() throws IOException, SQLException {
    try (PostgresDatabase database = PostgresServer.shared().createDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table public.two (id int)");
      shell.on(database);
      Result byEnvironment = shell.run("docs", "--existing", "--output=two.html");
      assertThat(byEnvironment)
          .isEqualTo(
              new Result(
                  0,
                  "Wrote two.html: 1 table, 1 column, 0 with personal data; schemas: public.\n",
                  ""));
      assertThat(Files.readString(directory.resolve("two.html")))
          .contains(
              "<title>Schema of database %s</title>".formatted(database.name()),
              "id=\"public.two\"");
      String url = database.jdbcUrl().replaceFirst("^jdbc:", "");
      assertThat(shell.run("docs", "--url", url, "-o", "two.html").err()).isEmpty();
      assertThat(shell.run("status").out()).contains("0 changesets applied");
    }
  }

  @Test
  void a_schema_that_is_not_there_is_named() {
    assertThat(shell.run("docs", "--schema=publik"))
        .isEqualTo(
            new Result(
                ExitStatus.FAILED,
                "",
                APPLYING
                    + "The schema was not documented: there is no schema publik. Those with tables"
                    + " are public.\n"));
  }

  @Test
  void a_server_that_is_not_there_is_told() {
    shell.set("DATABASE_URL", "postgresql://me@localhost:1/shop");
    assertThat(shell.run("docs", "--existing"))
        .isEqualTo(
            new Result(
                ExitStatus.UNAVAILABLE,
                "",
                "The database cannot be reached: Connection to localhost:1 refused. Check that the"
                    + " hostname and port are correct and that the postmaster is accepting TCP/IP"
                    + " connections. See that the server runs, and that the login may connect.\n"));
  }

  @Test
  void only_what_it_wrote_itself_is_overwritten() throws IOException {
    shell.write("schema.md", "# By hand\n");
    assertThat(shell.run("docs", "--format=markdown"))
        .isEqualTo(
            new Result(
                ExitStatus.REFUSED,
                "",
                "The schema was not described: schema.md is there, and croft docs did not write it."
                    + " Name another file by --output, or say --force.\n"));
    assertThat(shell.run("docs", "--format=markdown", "--force").status()).isZero();
    shell.changeset("2_two", "create table public.two (id int);", "drop table public.two;");
    assertThat(shell.run("docs", "--format=markdown").status()).isZero();
    assertThat(Files.readString(directory.resolve("schema.md"))).contains("`public.two`");
  }

  @Test
  void a_file_that_cannot_be_written_is_named() {
    shell.write("docs", "a file, no folder");
    assertThat(shell.run("docs", "--output=docs/schema.html").err())
        .isEqualTo(
            APPLYING
                + "The schema was not described: docs/schema.html cannot be written,"
                + " FileAlreadyExistsException. Name another file by --output.\n");
  }
}
