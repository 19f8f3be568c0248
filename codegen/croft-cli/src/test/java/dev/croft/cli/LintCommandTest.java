package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class LintCommandTest {
  private static final String NOTES =
      """
      warning drop-in-use: db/changelog/20260102000000_drop_notes.sql:3, column shop.orders.note
        it is dropped; once no application that runs uses it, say so in the changeset with --croft:allow drop-in-use and the reason.
        Why: Whether something still uses it is not written in the changelog; somebody has to look and say so.

      hint lock-timeout-missing: db/changelog/20260102000000_drop_notes.sql:2, changeset croft:20260102000000_drop_notes
        it locks a table in use, and sets no lock_timeout.
        Why: A statement that waits for a busy table makes every later query of that table wait behind it. `croft migrate` sets a lock_timeout itself; other runners do not.
        Fix:
      --changeset croft:20260102000000_drop_notes
      set local lock_timeout = '5s';
      alter table shop.orders drop column note;
      --rollback alter table shop.orders add column note text;

      0 errors, 1 warning, 1 hint.
      """;

  private final Shell shell;

  LintCommandTest(@TempDir Path directory) {
    shell = new Shell(directory);
  }

  private void dropNotes() {
    shell.changeset(
        "20260102000000_drop_notes",
        "alter table shop.orders drop column note;",
        "alter table shop.orders add column note text;");
  }

  private void createOrders() {
    shell
        .changeset("20260101000000_create_shop", "create schema shop;", "drop schema shop;")
        .changeset(
            "20260101000001_create_orders",
            "create table shop.orders (id uuid not null);",
            "drop table shop.orders;");
  }

  @Test
  void the_files_need_no_database() {
    dropNotes();
    Result result = shell.run("lint", "--files");
    assertThat(result.status()).isZero();
    assertThat(result.out()).isEqualTo(NOTES);
  }

  @Test
  void a_warning_is_a_finding_where_that_is_asked_for() {
    dropNotes();
    assertThat(shell.run("lint", "--files", "--strict").status()).isEqualTo(ExitStatus.FOUND);
  }

  @Test
  void without_a_database_a_throw_away_one_is_migrated_and_asked() {
    createOrders();
    shell.set("DATABASE_URL", "postgresql://nobody@nowhere.example.com/none");
    Result result = shell.run("lint");
    assertThat(result.status()).isEqualTo(ExitStatus.FOUND);
    assertThat(result.out())
        .contains(
            "error primary-key-missing: db/changelog/20260101000001_create_orders.sql:3, table"
                + " shop.orders\n");
  }

  @Test
  void a_database_that_is_named_is_asked_and_not_changed() {
    createOrders();
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      shell.on(database);
      assertThat(shell.run("lint", "--database").out()).doesNotContain("shop.orders");
      shell.run("migrate");
      assertThat(shell.run("lint", "--database").out()).contains("primary-key-missing");
    }
  }

  @Test
  void tables_of_production_are_in_use() {
    createOrders();
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      shell.on(database).run("migrate");
      dropNotes();
      assertThat(shell.run("lint", "--database").out()).doesNotContain("drop-in-use");
      assertThat(shell.run("lint", "--production").out()).contains("drop-in-use");
    }
  }

  @Test
  void no_database_and_a_database_contradict_each_other() {
    assertThat(shell.run("lint", "--files", "--database"))
        .isEqualTo(
            new Result(
                ExitStatus.USAGE,
                "",
                "Nothing was checked: --files says that no database is asked, another option names"
                    + " one. Leave one of them out.\n"));
  }

  @Test
  void programs_get_all_of_it_as_json() {
    dropNotes();
    assertThat(shell.run("lint", "--files", "--json").out())
        .startsWith(
            """
            {
              "errors" : 0,
              "warnings" : 1,
              "hints" : 1,
              "notes" : [ ],
              "findings" : [ {
                "rule" : "drop-in-use",
            """);
  }

  @Test
  void a_rule_is_explained_with_its_examples() {
    Result result = shell.run("lint", "--rule", "drop-in-use");
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .startsWith("### drop-in-use\n\n**warning** · What is dropped is used by no application")
        .contains("This breaks it:", "This does not:")
        .doesNotContain("### expand-before-contract");
  }

  @Test
  void a_rule_that_does_not_exist_is_not_explained() {
    assertThat(shell.run("lint", "--rule", "drops"))
        .isEqualTo(
            new Result(
                ExitStatus.USAGE,
                "",
                "Nothing is explained: no rule is called \"drops\". croft lint --rules lists all of"
                    + " them.\n"));
  }

  @Test
  void the_rules_are_listed() {
    assertThat(shell.run("lint", "--rules").out().lines())
        .contains(
            "warning  file-name                        A file is named after the second it was"
                + " begun and what it does")
        .hasSizeGreaterThan(90);
  }

  @Test
  void colours_are_for_terminals() {
    dropNotes();
    assertThat(shell.run(Ansi.ON, "lint", "--files").out()).startsWith("\u001b[33mwarning");
  }
}
