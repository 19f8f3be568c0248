package dev.croft.lint.sql;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * PostgreSQL says at debug1 where it reads a table to verify a constraint, and where it need not.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SafeStepsTest {
  private static final String READ = "verifying table \"orders\"";
  private static final String PROVEN =
      "existing constraints on column \"orders.state\" are sufficient to prove that it does not"
          + " contain nulls";

  private final PostgresDatabase database = PostgresServer.shared().createDatabase();

  @BeforeAll
  void fill() throws SQLException {
    said("create schema shop; create table shop.orders (state text, note text)");
    said("insert into shop.orders values ('open', 'by hand')");
  }

  @AfterAll
  void drop() {
    database.close();
  }

  @Test
  void the_last_step_of_a_required_column_reads_nothing() throws Exception {
    String required = "alter table shop.orders alter column state set not null";
    List<Step> steps = steps(required);
    for (Step step : steps.subList(0, 2)) {
      said(step.sql());
    }
    assertThat(said(steps.get(2).sql())).contains(PROVEN).doesNotContain(READ);
    assertThat(said(steps.get(2).rollback())).doesNotContain(READ);
    assertThat(said(required)).contains(READ);
  }

  @Test
  void in_one_statement_with_the_drop_of_the_check_a_required_column_is_read() throws Exception {
    said("alter table shop.orders add constraint noted check (note is not null)");
    assertThat(
            said("alter table shop.orders alter column note set not null, drop constraint noted"))
        .contains(READ);
  }

  @Test
  void names_made_of_quoted_ones_are_quoted() throws Exception {
    said("create table shop.\"Order lines\" (\"Text\" text)");
    for (Step step : steps("alter table shop.\"Order lines\" alter column \"Text\" set not null")) {
      said(step.sql());
    }
    Step index = steps("create index on shop.\"Order lines\" (\"Text\")").getFirst();
    assertThat(index.sql()).contains(" \"Order lines_idx\" on ");
    said(index.sql());
    said(index.rollback());
  }

  private static List<Step> steps(String sql) throws SqlSyntaxException {
    return Script.read(sql).getFirst().effects().getFirst().steps();
  }

  private String said(String sql) throws SQLException {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      statement.execute("set client_min_messages = debug1");
      statement.execute(sql);
      return messages(statement.getWarnings());
    }
  }

  private static String messages(SQLWarning first) {
    return Stream.iterate(first, each -> each != null, SQLWarning::getNextWarning)
        .map(SQLWarning::getMessage)
        .collect(joining("\n"));
  }
}
