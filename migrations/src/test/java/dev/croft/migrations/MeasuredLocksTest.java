package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.migrations.ChangesetLocks.Measure;
import dev.croft.migrations.locks.LockMode;
import dev.croft.migrations.locks.RelationLock;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What each kind of change locks, rewrites and reads, on tables of a thousand rows. */
@Timeout(60)
class MeasuredLocksTest {
  private static final String ORDERS = "shop.orders";
  private static final String CUSTOMERS = "shop.customers";

  private static final PostgresServer server = PostgresServer.shared();

  private final PostgresDatabase database =
      server.cloneOf(server.template("measured locks", MeasuredLocksTest::fill));
  private final ChangelogDirectory files;
  private final Migrator migrator;

  MeasuredLocksTest(@TempDir Path directory) {
    files = new ChangelogDirectory(directory);
    migrator = Migrator.of(database, ChangelogDirectory.MASTER).readingFrom(directory);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private static void fill(PostgresDatabase fresh) {
    Database.execute(
        fresh,
        """
        create schema shop;
        create table shop.customers (id int primary key, name text);
        create table shop.orders (id int primary key, customer_id int, total int, note text);
        create index orders_total_idx on shop.orders (total);
        insert into shop.customers select n, 'name' from generate_series(1, 1000) n;
        insert into shop.orders select n, n, n, 'note' from generate_series(1, 1000) n;
        """);
    Database.execute(fresh, "analyze shop.customers, shop.orders");
  }

  @Test
  void an_index_stops_writes_and_reads_every_row() {
    assertThat(locksOf("create index on shop.orders (note);"))
        .containsExactly("shop.orders SHARE, 1000 read");
  }

  @Test
  void another_type_stops_everything_and_rewrites_the_table_and_its_indexes() {
    assertThat(locksOf("alter table shop.orders alter total type bigint;"))
        .containsExactly("shop.orders ACCESS EXCLUSIVE, rewritten, 3000 read");
  }

  @Test
  void a_column_with_a_constant_default_rewrites_nothing() {
    assertThat(locksOf("alter table shop.orders add currency text not null default 'EUR';"))
        .containsExactly("shop.orders ACCESS EXCLUSIVE");
  }

  @Test
  void a_column_with_a_volatile_default_rewrites_the_table() {
    assertThat(locksOf("alter table shop.orders add token uuid default gen_random_uuid();"))
        .containsExactly("shop.orders ACCESS EXCLUSIVE, rewritten, 3000 read");
  }

  @Test
  void a_foreign_key_stops_writes_on_both_tables_and_reads_both() {
    String constraint =
        "alter table shop.orders add constraint orders_customer_fk foreign key (customer_id)"
            + " references shop.customers (id)";
    assertThat(locksOf(constraint + ";"))
        .containsExactly(
            "shop.customers SHARE ROW EXCLUSIVE, 1000 read",
            "shop.orders SHARE ROW EXCLUSIVE, 1000 read");
    assertThat(locksOf(constraint + " not valid;"))
        .containsExactly("shop.customers SHARE ROW EXCLUSIVE", "shop.orders SHARE ROW EXCLUSIVE");
  }

  @Test
  void a_constraint_is_validated_under_a_lock_that_lets_rows_be_written() {
    Database.execute(
        database,
        "alter table shop.orders add constraint orders_total_check check (total > 0) not valid");
    assertThat(locksOf("alter table shop.orders validate constraint orders_total_check;"))
        .containsExactly("shop.orders SHARE UPDATE EXCLUSIVE, 1000 read");
  }

  @Test
  void what_is_dropped_is_named_as_it_was() {
    assertThat(locksOf("drop table shop.customers;"))
        .containsExactly("shop.customers ACCESS EXCLUSIVE");
    assertThat(locksOf("alter table shop.customers rename to people;"))
        .containsExactly("shop.customers ACCESS EXCLUSIVE");
  }

  @Test
  void an_index_is_named_where_its_table_tells_less() {
    assertThat(locksOf("reindex index shop.orders_total_idx;"))
        .containsExactly(
            "shop.orders_total_idx ACCESS EXCLUSIVE, rewritten", "shop.orders SHARE, 1000 read");
  }

  @Test
  void what_a_changeset_makes_itself_counts_for_nobody() {
    assertThat(locksOf("create table shop.new (id int); create index on shop.new (id);")).isEmpty();
    assertThat(measured().getFirst().blocksNobody()).isTrue();
  }

  @Test
  void rows_that_are_written_are_locked_one_by_one() {
    assertThat(locksOf("update shop.orders set note = 'other';"))
        .containsExactly("shop.orders ROW EXCLUSIVE, 1000 read");
  }

  @Test
  void size_and_rows_of_what_is_locked_are_told() {
    files.changeset("one", "drop table shop.orders;", "not required");
    RelationLock lock = measured().getFirst().locks().getFirst();
    assertThat(lock.rows()).hasValue(1000);
    assertThat(lock.bytes()).isGreaterThan(8191);
    assertThat(lock.mode().blocksReads()).isTrue();
    assertThat(measured().getFirst().blocksNobody()).isFalse();
  }

  @Test
  void a_lock_that_an_earlier_changeset_takes_too_is_told_of_both() {
    files
        .changeset("one", "alter table shop.orders add a int;", "not required")
        .changeset("two", "alter table shop.orders add b int;", "not required");
    assertThat(measured())
        .extracting(ChangesetLocks::measure)
        .containsExactly(Measure.WHOLE, Measure.WHOLE);
    assertThat(measured())
        .extracting(each -> each.locks().getFirst().relation())
        .containsExactly(ORDERS, ORDERS);
  }

  @Test
  void a_changeset_that_needs_an_earlier_one_is_measured_after_it() {
    files
        .changeset("one", "alter table shop.orders add a int;", "not required")
        .changeset(
            "two",
            "alter table shop.orders drop a; alter table shop.customers add b int;",
            "not required");
    ChangesetLocks second = measured().getLast();
    assertThat(second.measure()).isEqualTo(Measure.AFTER_OTHERS);
    assertThat(second.locks()).extracting(RelationLock::relation).containsExactly(CUSTOMERS);
  }

  @Test
  void nothing_is_left_of_what_was_measured() {
    List<String> before = Catalogue.of(database);
    files
        .changeset("one", "alter table shop.orders add a int;", "not required")
        .changeset("two", "delete from shop.customers; select 1 / 0;", "not required");
    assertThat(measured().getLast().failure())
        .hasValue(
            "a data exception whose message is withheld because it may hold a value of a row"
                + " (SQLSTATE 22012)");
    assertThat(Catalogue.of(database)).isEqualTo(before);
    assertThat(Database.exists(database, "croft_migrations.databasechangelog")).isFalse();
  }

  @Test
  void a_changeset_that_commits_by_itself_is_not_measured_and_commits_nothing() {
    List<String> before = Catalogue.of(database);
    files.changeset("one", "drop table shop.orders; commit;", "not required");
    assertThat(measured().getFirst().measure()).isEqualTo(Measure.FAILED);
    assertThat(measured().getFirst().failure().orElseThrow())
        .startsWith("EXECUTE of transaction commands is not implemented (SQLSTATE 0A000)");
    assertThat(Catalogue.of(database)).isEqualTo(before);
  }

  @Test
  void a_changeset_outside_a_transaction_is_not_run() {
    files.file(
        "one.sql",
        """
        --liquibase formatted sql
        --changeset croft:one runInTransaction:false
        create index concurrently i on shop.orders (note);
        --rollback drop index shop.i;
        """);
    ChangesetLocks only = measured().getFirst();
    assertThat(only.measure()).isEqualTo(Measure.NOT_IN_TRANSACTION);
    assertThat(only.locks()).isEmpty();
  }

  @Test
  void a_table_that_another_session_uses_is_not_waited_for_without_end() throws Exception {
    files.changeset("one", "alter table shop.orders add a int;", "not required");
    try (Connection reader = database.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select from shop.orders");
      assertThat(migrator.givingWay(Duration.ofMillis(50), 1).measureLocks())
          .extracting(each -> each.failure().orElse(""))
          .singleElement()
          .asString()
          .startsWith("canceling statement due to lock timeout (SQLSTATE 55P03)");
    }
  }

  @Test
  void a_database_of_production_is_measured_only_if_it_is_named() {
    PostgresDatabase base =
        server.cloneOf(server.template(BASE, each -> Migrator.of(each, BASE).apply()));
    try (base) {
      Migrator ofBase = Migrator.of(base, BASE);
      assertThat(ofBase.measureLocks()).isEmpty();
      Database.execute(base, base.superuser(), "select croft.mark_production()");
      assertThatThrownBy(ofBase::measureLocks)
          .isInstanceOf(LocksNotMeasuredException.class)
          .hasMessage(
              "The locks were not measured: the database %s is marked as production, and measuring"
                  + " takes the locks. Measure on a copy, such as a restored backup; a copy bears"
                  + " the mark too, so name it.",
              base.name());
      assertThat(ofBase.measureLocks(base.name())).isEmpty();
      assertThatThrownBy(() -> ofBase.measureLocks("shop"))
          .isInstanceOf(LocksNotMeasuredException.class)
          .hasMessage(
              "The locks were not measured: the database is called %s, not shop. Connect to the"
                  + " copy that is to be measured.",
              base.name());
    }
  }

  @Test
  void every_mode_of_a_lock_is_known_by_its_name() {
    assertThat(LockMode.values()).hasSize(8);
    assertThat(LockMode.SHARE_ROW_EXCLUSIVE).hasToString("SHARE ROW EXCLUSIVE");
    assertThat(LockMode.SHARE_UPDATE_EXCLUSIVE.blocksWrites()).isFalse();
  }

  private static final String BASE = "croft/changelog.xml";

  private List<String> locksOf(String sql) {
    files.without("one").changeset("one", sql, "not required");
    return measured().getFirst().locks().stream()
        .filter(each -> each.mode().compareTo(LockMode.ROW_EXCLUSIVE) >= 0)
        .map(MeasuredLocksTest::told)
        .toList();
  }

  private List<ChangesetLocks> measured() {
    return migrator.measureLocks();
  }

  private static String told(RelationLock lock) {
    return "%s %s%s%s"
        .formatted(
            lock.relation(),
            lock.mode(),
            lock.isRewritten() ? ", rewritten" : "",
            lock.rowsRead() > 0 ? ", %d read".formatted(lock.rowsRead()) : "");
  }
}
