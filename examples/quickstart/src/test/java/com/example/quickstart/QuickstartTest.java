package com.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickstartTest {
  /** A parameter, in a predicate or in the system's call for one new tenant. */
  private static final String TENANT =
      "cast\\(\\? as uuid\\)|croft\\.apply_baseline\\(cast\\(\\? as uuid\\))";

  private static String transcript = "";

  @BeforeAll
  static void runMain() {
    PrintStream standardOutput = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      Quickstart.main(new String[0]);
    } finally {
      System.setOut(standardOutput);
    }
    transcript = captured.toString(StandardCharsets.UTF_8);
  }

  @Test
  void the_steps_are_numbered_in_the_order_in_which_they_are_told() {
    List<Integer> numbers =
        transcript
            .lines()
            .filter(line -> line.matches(" ?\\d+\\. .*"))
            .map(line -> Integer.valueOf(line.substring(0, line.indexOf('.')).strip()))
            .toList();
    assertThat(numbers).hasSize(25).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void the_changelogs_of_the_base_schema_and_of_the_example_are_applied() {
    assertThat(step("PostgreSQL"))
        .containsPattern(
            "\\d+ changesets of Croft's base schema, then 2 of this example: content\\.todos\\.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"select ", "insert into content.todos", "update content.todos", "delete from"})
  void the_sql_of_each_kind_of_statement_is_shown(String beginning) {
    assertThat(transcript.lines()).anyMatch(line -> line.startsWith("      " + beginning));
  }

  @Test
  void the_sql_shown_holds_the_predicate_of_the_tenant() {
    assertThat(step("They are read in pages"))
        .contains(
            """
                  from content.todos
                  where content.todos.tenant_id = cast(? as uuid)
                  order by content.todos.id
                  fetch next 3 rows only
            """)
        .contains("where (content.todos.tenant_id = cast(? as uuid) and content.todos.id > ");
  }

  @Test
  void every_statement_that_reads_or_changes_rows_holds_a_predicate() {
    List<String> statements =
        Arrays.stream(transcript.split("\n\n", -1))
            .filter(part -> part.matches("(?s) {6}(select|update|delete) .*"))
            .toList();
    assertThat(statements)
        .hasSizeGreaterThan(10)
        .allMatch(sql -> sql.matches("(?s).*((tenant_id|tenants\\.id) = " + TENANT + ".*"));
  }

  @Test
  void what_a_member_may_do_follows_from_the_roles_that_came_with_the_tenant() {
    assertThat(step("May Ann and Bob invite people?"))
        .contains("| Ann  is admin  may")
        .contains("| Bob  is user   may not")
        .contains("join auth.permissions");
  }

  @Test
  void a_page_begins_where_the_one_before_ended() {
    assertThat(step("They are read in pages"))
        .contains("Mend the fence")
        .contains("Count the sheep");
  }

  @Test
  void todos_are_found_by_assignee_together_with_both_people() {
    assertThat(step("What Bob has to do"))
        .contains("| Mend the fence  from ann@example.com  to bob@example.com")
        .contains("join public.users as creator")
        .contains("join public.users as assignee");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Globex updates acme's todo               | StaleVersionException
          Globex completes acme's todo             | NotFoundException
          Globex deletes acme's todo               | StaleVersionException
          Globex creates a todo of its own for Bob | ForeignKeyException
          """)
  void each_attempt_that_runs_sql_is_refused_by_type(String attempt, String type) {
    assertThat(step(attempt)).contains("\n    Refused: " + type + "\n").contains("content.todos");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Globex inserts a row with acme's tenant id | TenantViolationException
          Globex moves its own todos to acme         | TenantViolationException
          Globex reads the audit log                 | StatementRefusedException
          Globex runs SQL of its own making          | StatementRefusedException
          An operator opens Croft with the login     | UnsafeDatabaseException
          """)
  void each_attempt_that_the_types_or_the_doctor_stop_runs_no_sql(String attempt, String type) {
    assertThat(step(attempt))
        .contains("\n    Refused before a session sent anything: " + type + "\n")
        .doesNotContain("cast(? as uuid)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Globex looks for acme's todo | (no row)
          Globex lists all todos       | Sharpen the shears
          Globex lists people          | eve@example.com
          Globex counts the tenants    | 1
          """)
  void each_attempt_to_read_shows_rows_of_globex_alone(String attempt, String row) {
    assertThat(step(attempt))
        .contains("| " + row)
        .doesNotContain("Mend", "Paint", "Count the", "Burn", "ann@", "bob@");
  }

  @Test
  void the_story_ends_well() {
    assertThat(transcript)
        .endsWith(
            "    13 attempts to reach another tenant, 0 succeeded; acme's todo is unchanged.\n")
        .doesNotContain("THE FENCE DID NOT HOLD");
  }

  @Test
  void the_transcript_fits_a_terminal_of_100_columns_and_ends_no_line_with_a_blank() {
    assertThat(transcript.lines())
        .allMatch(line -> line.length() <= 100)
        .allMatch(line -> line.equals(line.stripTrailing()));
  }

  private static String step(String heading) {
    return Arrays.stream(transcript.split("\n\n(?= ?\\d+\\. )", -1))
        .filter(step -> step.strip().replaceFirst("\\d+\\. ", "").startsWith(heading))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no step begins with: " + heading));
  }
}
