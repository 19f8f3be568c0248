package dev.croft.lint;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.lint.report.Finding;
import dev.croft.lint.report.Report;
import dev.croft.lint.report.Severity;
import dev.croft.migrations.ChangesetFailedException;
import dev.croft.migrations.Migrator;
import dev.croft.migrations.Releases;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {
  private static final String BASE = "croft/changelog.xml";
  private static final String CHANGELOG = "db/changelog.yaml";
  private static final String SHOP = "db/changelog/20260101000000_create_shop.sql";
  private static final String ORDERS = "db/changelog/20260101000001_create_orders.sql";
  private static final String AMOUNT = "db/changelog/20260101000002_require_amounts.sql";
  private static final String REQUIRE = "alter table shop.orders alter column amount set not null;";

  private final Path root;

  LintTest(@TempDir Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root.resolve("db/changelog"));
    Files.writeString(
        root.resolve(CHANGELOG), "databaseChangeLog:\n  - includeAll:\n      path: db/changelog\n");
    write(SHOP, "create schema shop;", "drop schema shop;");
    write(
        ORDERS,
        """
        create table shop.orders (
          id uuid not null,
          amount numeric(10, 2),
          constraint orders_pk primary key (id)
        );
        """,
        "drop table shop.orders;");
  }

  private void write(String file, String sql, String rollback) throws IOException {
    Files.writeString(
        root.resolve(file),
        "--liquibase formatted sql\n\n--changeset ada:%s\n%s\n--rollback %s\n"
            .formatted(file.replaceAll(".*_|\\.sql", ""), sql, rollback));
  }

  private Lint lint() {
    return Lint.of(CHANGELOG).readingFrom(root);
  }

  private static List<String> rules(Report report) {
    return report.findings().stream().map(each -> each.rule().id()).toList();
  }

  @Test
  void the_base_changelog_breaks_no_rule() {
    Report report = Lint.of(BASE).throwAway();
    assertThat(report.holds(Severity.WARNING)).as(report.text()).isFalse();
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void a_table_that_is_not_released_is_not_in_use() throws IOException {
    write(AMOUNT, REQUIRE, "alter table shop.orders alter column amount drop not null;");
    assertThat(lint().files().findings()).isEmpty();
  }

  @Test
  void a_table_of_a_frozen_file_is_in_use() throws IOException {
    Releases.freeze(root, CHANGELOG, "1.0");
    write(AMOUNT, REQUIRE, "alter table shop.orders alter column amount drop not null;");
    assertThat(rules(lint().files())).containsExactly("not-null-scans", "lock-timeout-missing");
  }

  @Test
  void what_the_database_shows_is_said_with_the_line_that_makes_it() {
    assertThat(lint().throwAway().findings())
        .filteredOn(each -> each.rule().id().equals("table-comment"))
        .extracting(Finding::place)
        .containsExactly(ORDERS + ":4, table shop.orders");
  }

  @Test
  void a_changelog_that_cannot_run_is_told_by_its_files() throws IOException {
    write(AMOUNT, "create index concurrently a on shop.orders (amount);", "drop index shop.a;");
    Report report = lint().throwAway();
    assertThat(rules(report)).containsExactly("concurrently-in-transaction");
    assertThat(report.notes()).hasSize(1);
    assertThat(report.notes().getFirst())
        .startsWith("The rules about databases were not asked. ")
        .contains(AMOUNT);
    assertThat(report.text()).endsWith("\n1 error, 0 warnings, 0 hints.\n");
  }

  @Test
  void all_that_a_table_would_be_refused_for_is_found_at_once() throws IOException {
    includeCroft();
    write(
        AMOUNT,
        """
        create table shop.amounts (
          id uuid not null,
          tenant_id uuid not null,
          currency varchar(3) not null,
          paid_at timestamp not null,
          constraint amounts_pk primary key (id)
        );
        select croft.tenant_table('shop.amounts');
        """,
        "drop table shop.amounts;");
    Report report = lint().throwAway();
    assertThat(report.findings())
        .filteredOn(each -> each.object().contains("amounts"))
        .filteredOn(each -> each.rule().severity() == Severity.ERROR)
        .extracting(each -> each.rule().id() + " " + each.place())
        .containsExactly(
            "timestamps-missing " + AMOUNT + ":4, table shop.amounts",
            "timestamps-missing " + AMOUNT + ":4, table shop.amounts",
            "text-not-varchar " + AMOUNT + ":4, column shop.amounts.currency",
            "timestamptz-not-timestamp " + AMOUNT + ":4, column shop.amounts.paid_at",
            "primary-key-begins-with-tenant "
                + AMOUNT
                + ":4, constraint amounts_pk on shop.amounts",
            "tenant-reference-missing " + AMOUNT + ":4, table shop.amounts");
    assertThat(report.notes())
        .containsExactly(
            "Until the errors are mended, nothing applies changeset "
                + AMOUNT
                + "::ada:amounts: a table is refused in it.");
  }

  @Test
  void a_table_without_the_column_of_the_tenant_is_mended_by_the_fixes() throws IOException {
    includeCroft();
    write(
        AMOUNT,
        """
        create table shop.amounts (
          id uuid not null default croft.uuid_v7(),
          cents bigint not null,
          constraint amounts_pk primary key (id)
        );
        select croft.tenant_table('shop.amounts');
        """,
        "drop table shop.amounts;");
    List<Finding> errors = errorsOf("amounts");
    assertThat(errors)
        .extracting(each -> each.rule().id())
        .containsExactly(
            "tenant-column-missing",
            "timestamps-missing",
            "timestamps-missing",
            "primary-key-begins-with-tenant",
            "tenant-reference-missing");
    write(
        AMOUNT,
        Files.readString(root.resolve(AMOUNT))
                .lines()
                .filter(each -> !each.startsWith("--"))
                .collect(joining("\n"))
                .replace("select croft.tenant_table('shop.amounts');", fixes(errors))
            + "\nselect croft.tenant_table('shop.amounts');",
        "drop table shop.amounts;");
    assertThat(errorsOf("amounts")).isEmpty();
  }

  private List<Finding> errorsOf(String table) {
    return lint().throwAway().findings().stream()
        .filter(each -> each.object().contains(table))
        .filter(each -> each.rule().severity() == Severity.ERROR)
        .toList();
  }

  private static String fixes(List<Finding> findings) {
    return findings.stream().map(Finding::fix).collect(joining("\n"));
  }

  private void includeCroft() throws IOException {
    Files.writeString(
        root.resolve(CHANGELOG),
        """
        databaseChangeLog:
          - include: {file: croft/changelog.xml}
          - includeAll: {path: db/changelog}
        """);
  }

  @Test
  void a_rollback_that_is_misspelt_is_told_once() throws IOException {
    write(AMOUNT, "create view shop.amounts as select 1;", "drop view shop.amounts;");
    Path file = root.resolve(AMOUNT);
    Files.writeString(file, Files.readString(file).replace("--rollback", "--rolback"));
    assertThat(lint().files().findings())
        .filteredOn(each -> each.rule().severity() == Severity.ERROR)
        .extracting(each -> each.rule().id() + ": " + each.problem())
        .containsExactly("changeset-header: \"rolback\" is probably a misspelt \"rollback\"");
  }

  @Test
  void a_failure_that_no_rule_foresees_stays_a_failure() throws IOException {
    write(AMOUNT, "create table shop.amounts (id shop.unheard_of);", "drop table shop.amounts;");
    assertThatThrownBy(() -> lint().throwAway()).isInstanceOf(ChangesetFailedException.class);
  }

  @Test
  void a_database_knows_what_was_edited_after_it_was_applied() throws IOException {
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      Migrator.of(database, CHANGELOG).readingFrom(root).apply();
      write(SHOP, "create schema shop; -- edited", "drop schema shop;");
      Files.move(root.resolve(ORDERS), root.resolve(AMOUNT));
      assertThat(lint().database(database.jdbcUrl(), database.owner()).findings())
          .filteredOn(each -> each.rule().id().equals("released-changelog"))
          .extracting(Finding::problem)
          .containsExactly(
              SHOP
                  + " was edited after ada:shop was applied; restore it, and put what should be"
                  + " different into a new file at the end",
              ORDERS
                  + " is missing, or no longer holds ada:orders, which was applied; restore it, and"
                  + " put what should be different into a new file at the end");
    }
  }

  @Test
  void what_a_database_of_production_has_applied_is_in_use() throws IOException {
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      Migrator.of(database, CHANGELOG).readingFrom(root).apply();
      write(AMOUNT, REQUIRE, "alter table shop.orders alter column amount drop not null;");
      assertThat(rules(lint().database(database.jdbcUrl(), database.owner())))
          .contains("table-comment")
          .doesNotContain("not-null-scans");
      assertThat(rules(lint().ofProduction().database(database.jdbcUrl(), database.owner())))
          .contains("table-comment", "not-null-scans");
    }
  }

  @Test
  void a_misspelt_header_is_found_where_it_stands() throws IOException {
    Files.writeString(
        root.resolve(AMOUNT), "--liquibase formatted sql\n\n--chageset ada:amounts\nselect 1;\n");
    Report report = lint().throwAway();
    assertThat(report.findings()).extracting(Finding::place).containsExactly(AMOUNT + ":3");
    assertThat(report.notes()).hasSize(1);
  }

  @Test
  void programs_get_all_of_it() throws IOException {
    write(AMOUNT, "commit;", "not required");
    assertThat(lint().files().facts().toString())
        .isEqualTo(
            "{errors=1, warnings=0, hints=0, notes=[], findings=[{rule=transaction-control,"
                + " severity=error, object=changeset ada:amounts, file="
                + AMOUNT
                + ", line=4, problem=it says commit: take the statement away, why=A COMMIT in a"
                + " changeset separates the change from the record that it ran., fix=}]}");
  }
}
