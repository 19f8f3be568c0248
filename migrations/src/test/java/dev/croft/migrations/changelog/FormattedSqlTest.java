package dev.croft.migrations.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormattedSqlTest {
  private static final String BEGINNING =
      """
      --liquibase formatted sql
      --changeset croft:one
      select 1;
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--changset croft:two",
        "--changeste croft:two",
        "--chnageset croft:two",
        "-- changest croft:two",
        "--changeSets croft:two",
        "--chngst croft:two",
        "--changed croft:two",
        "--changeset: croft:two",
        "--changeset two",
        "--changeset croft two",
        "--changeset croft: two",
        "--change set croft:two",
        "--Change-Set croft:two",
        "-changeset croft:two",
        "---changeset croft:two",
        "--rolback drop table t;",
        "--rollbak drop table t;",
        "--rollbcak drop table t;",
        "--rollback: drop table t;",
        "--rollback\tdrop table t;",
        "--roll back drop table t;",
        "- rollback drop table t;",
        "/* liquibase rolback",
        "/* liquibase rollback drop table t; */",
        "--ignoreLine:start",
        "--validChecksums: any"
      })
  void a_comment_that_nearly_means_something_is_a_fault(String line) {
    assertThat(faults(BEGINNING + line)).singleElement().extracting(Fault::line).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- changes the meaning of: nothing",
        "-- Changed rows keep their version.",
        "-- change set semantics follow",
        "-- charset is utf8",
        "-- callback for the worker",
        "-- roll forward only",
        "-- comment on what follows",
        "-- property of the tenant",
        "--------------------",
        "--",
        "-",
        "/* a block */",
        "/* liquibase rollback",
        "--rollback drop table t;",
        "-- ROLLBACK drop table t;",
        "--rollback",
        "--comment: why",
        "--preconditions onFail:MARK_RAN",
        "--precondition-sql-check expectedResult:0 select 1",
        "--validCheckSum: any",
        "--changeset croft:two splitStatements:false runInTransaction:false",
        "--changeset croft:two context:\"test and prod\" labels:one endDelimiter://",
        "--changeset \"Ada L\":\"the second\"",
        "  --changeset croft:two",
        "select '--changset croft:two';"
      })
  void a_comment_that_means_what_it_says_is_none(String line) {
    assertThat(faults(BEGINNING + line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "splitStatement:false, splitStatement",
    "runInTransactions:false, runInTransactions",
    "runInTransaction=false, runInTransaction=false",
    "context:a and b, and",
    "splitStatements :false, splitStatements"
  })
  void an_attribute_that_a_changeset_has_not_is_a_fault(String attributes, String named) {
    assertThat(faults(BEGINNING + "--changeset croft:two " + attributes))
        .extracting(Fault::toString)
        .containsExactly("a.sql:4: a changeset has no attribute \"" + named + "\"");
  }

  @Test
  void lines_to_be_ignored_are_ignored() {
    assertThat(faults(BEGINNING + "--ignoreLines:start\n--changset croft:two\n--ignoreLines:end\n"))
        .isEmpty();
  }

  @Test
  void what_follows_ignored_lines_is_read_again() {
    assertThat(faults(BEGINNING + "--ignoreLines:start\n--ignoreLines:end\n--changset croft:two\n"))
        .hasSize(1);
  }

  @Test
  void a_file_without_changesets_is_a_fault() {
    assertThat(faults("--liquibase formatted sql\nselect 1;\n"))
        .extracting(Fault::toString)
        .containsExactly("a.sql:1: no line begins a changeset");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--liquibase formatted sql",
        "-- Liquibase Formatted SQL",
        "--liquibase formatted sql logicalFilePath:b.sql",
        "\uFEFF--liquibase formatted sql"
      })
  void a_header_may_be_written_in_these_ways(String header) {
    assertThat(faults(header + "\n--changeset croft:one\nselect 1;\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-liquibase formatted sql",
        "--liquibase formated sql",
        "--liquibase-formatted sql",
        "--liquibase formatted sqls",
        "# liquibase formatted sql",
        ""
      })
  void any_other_first_line_is_a_fault(String header) {
    assertThat(faults(header + "\n--changeset croft:one\nselect 1;\n"))
        .extracting(Fault::toString)
        .containsExactly("a.sql:1: the first line is not --liquibase formatted sql");
  }

  private static List<Fault> faults(String text) {
    return FormattedSql.faults("a.sql", text);
  }
}
