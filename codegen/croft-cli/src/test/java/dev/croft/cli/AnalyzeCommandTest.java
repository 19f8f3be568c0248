package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final Shell shell;

  AnalyzeCommandTest(@TempDir Path directory) {
    shell = new Shell(directory).on(database).asSystem(database.owner());
  }

  @BeforeEach
  void plant() throws SQLException {
    run(
        """
        create schema shop;
        create table shop.deliveries (id integer primary key, postal_code text, town text);
        insert into shop.deliveries
          select i, 'P' || i % 40, 'T' || i % 20 from generate_series(1, 600) i;
        create table shop.lessons (course integer, teacher text, book text);
        insert into shop.lessons
          select c, 'T' || t, 'B' || b
          from generate_series(1, 30) c, generate_series(1, 3) t, generate_series(1, 2) b;
        """);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void hints_say_what_holds_how_often_and_what_to_do() {
    Result result = shell.run("analyze");
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            hint: shop.deliveries: postal_code decides town
              In 600 rows with 40 different determinants, 560 could have said otherwise and did not.
              Is it so always? Then move town to a table whose key is postal_code. If it is to stay, say
              "@depends postal_code" in the column's comment, and croft:allow dependency-not-on-key with a reason.

            hint: shop.lessons: for each course, every teacher comes with every book
              In 180 rows with 30 different determinants, of which 30 have several of both.
              Is it so always? Then they are two tables: (course, teacher) and (course, book).

            2 tables read, 2 hints.
            """);
  }

  @Test
  void programs_get_the_counts() {
    assertThat(shell.run("analyze", "--json", "shop.deliveries").out())
        .isEqualTo(
            """
            {
              "tables" : 1,
              "dependencies" : [ {
                "kind" : "functional",
                "table" : "shop.deliveries",
                "determinant" : [ "postal_code" ],
                "dependent" : [ "town" ],
                "independent" : [ ],
                "rows" : 600,
                "determinants" : 40,
                "agreements" : 560,
                "isOfSample" : false
              } ],
              "unread" : [ ]
            }
            """);
  }

  @Test
  void tables_that_are_hidden_are_named() throws SQLException {
    run("alter table shop.lessons enable row level security, force row level security");
    assertThat(shell.run("analyze").out())
        .endsWith(
            "not read: shop.lessons: row-level security hides rows of it\n1 table read, 1 hint.\n");
  }

  @Test
  void a_name_of_nothing_fails_and_a_sample_of_nothing_is_not_understood() {
    assertThat(shell.run("analyze", "shop.orderz"))
        .isEqualTo(
            new Result(
                ExitStatus.FAILED,
                "",
                "The rows were not analysed: no table or schema is called shop.orderz."
                    + " Name it as schema.table, or the schema.\n"));
    assertThat(shell.run("analyze", "--sample=0"))
        .isEqualTo(
            new Result(
                ExitStatus.USAGE,
                "",
                "Nothing was read: --sample is 0. Give a number of rows above 0.\n"));
  }

  @Test
  void progress_is_told_after_a_second_and_then_once_a_second() {
    StringWriter err = new StringWriter();
    Iterator<Instant> times =
        Stream.of(0, 500, 1000, 1800, 2000).map(Instant.EPOCH::plusMillis).iterator();
    TableProgress progress = new TableProgress(new PrintWriter(err), times::next);
    for (int number = 1; number <= 4; number++) {
      progress.begun("shop.t" + number, number, 4);
    }
    assertThat(err).hasToString("reading shop.t2, 2 of 4\nreading shop.t4, 4 of 4\n");
  }
}
