package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.SerializationFailureException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One connection, statements that the server has prepared, and tables that change. */
@NullUnmarked
class CachedPlanTest {
  private static final List<String> MIGRATIONS =
      List.of(
          "alter table auth.roles add column colour text not null default 'red'",
          "alter table auth.roles alter column description type varchar(900)",
          "alter table auth.roles alter column colour type varchar(20)",
          "alter table auth.roles rename column colour to color",
          "alter table auth.roles drop column color",
          "alter table auth.roles alter column description type text");

  private Well well;
  private int backEnd;

  @BeforeEach
  void dig() throws SQLException {
    well = Well.own();
    backEnd = well.backEnd();
  }

  /** The pool had no reason to drop it. */
  @AfterEach
  void theConnectionIsTheSame() throws SQLException {
    assertThat(well.backEnd()).isEqualTo(backEnd);
    well.close();
  }

  /** Reads what columns there are, as no statement of the typed API does. */
  private static ResultQuery<? extends Record> everything(TenantSession session) {
    return session.unchecked("to read all columns").resultQuery("select * from auth.roles");
  }

  private static ResultQuery<? extends Record> columns(TenantSession session) {
    return session.dsl().selectFrom(ROLES);
  }

  private static Result<? extends Record> touch(TenantSession session) {
    return session.dsl().update(ROLES).set(ROLES.DESCRIPTION, "d").returning().fetch();
  }

  private List<TenantSession> tenants() {
    return List.of(well.acme(), well.globex());
  }

  private void readAsEachTenant() {
    for (TenantSession session : tenants()) {
      for (var rows : List.of(everything(session).fetch(), columns(session).fetch())) {
        assertThat(rows).hasSize(3);
        assertThat(rows.getValues("tenant_id", UUID.class)).containsOnly(session.tenant().value());
      }
      assertThat(touch(session).getValues(ROLES.TENANT_ID)).containsOnly(session.tenant().value());
    }
  }

  private void prepareOnServer() {
    for (int i = 0; i < 6; i++) {
      readAsEachTenant();
    }
  }

  @Test
  void no_migration_is_noticed_by_statements_that_were_prepared_before_it() {
    for (String migration : MIGRATIONS) {
      prepareOnServer();
      well.village().asOwner(migration);
      readAsEachTenant();
    }
  }

  @Test
  void a_column_that_is_new_is_read_and_one_that_is_gone_is_not() {
    prepareOnServer();
    well.village().asOwner(MIGRATIONS.get(0));
    assertThat(everything(well.acme()).fetch().getValues("colour", String.class))
        .containsOnly("red");
    prepareOnServer();
    well.village().asOwner("alter table auth.roles drop column colour");
    assertThat(everything(well.acme()).fetch().field("colour")).isNull();
  }

  @Test
  void the_first_statement_of_a_transaction_notices_nothing_either() {
    prepareOnServer();
    well.village().asOwner(MIGRATIONS.get(1));
    AtomicInteger runs = new AtomicInteger();
    well.acme()
        .transaction(
            tx -> {
              runs.incrementAndGet();
              assertThat(columns(tx).fetch()).hasSize(3);
              assertThat(touch(tx)).hasSize(3);
            });
    assertThat(runs).hasValue(1);
    assertThat(well.globex().dsl().fetchCount(ROLES, ROLES.DESCRIPTION.eq("d"))).isEqualTo(3);
  }

  @Test
  void the_time_limit_of_a_transaction_outlives_its_second_beginning() {
    prepareOnServer();
    well.village().asOwner(MIGRATIONS.get(1));
    var limited = TransactionOptions.defaults().timeout(Duration.ofSeconds(20));
    well.acme()
        .transaction(
            limited,
            tx -> {
              columns(tx).fetch();
              assertThat(
                      tx.unchecked("to see the limit")
                          .fetchValue("select current_setting('statement_timeout')"))
                  .isEqualTo("20s");
            });
  }

  @Test
  void a_later_statement_undoes_its_transaction_which_may_run_again() {
    prepareInTransactions();
    well.village().asOwner(MIGRATIONS.get(1));
    assertThatThrownBy(() -> well.acme().transaction(this::insertAndRead))
        .isInstanceOf(SerializationFailureException.class)
        .hasMessage(
            "The transaction lost against a concurrent one and was rolled back: cached plan must"
                + " not change result type (SQLSTATE 0A000). Run it again, or let"
                + " TransactionOptions.retries do so.");
    assertThat(well.acme().dsl().fetchCount(ROLES)).isEqualTo(3);
  }

  @Test
  void a_transaction_with_retries_notices_nothing_after_its_first_statement() {
    prepareInTransactions();
    well.village().asOwner(MIGRATIONS.get(1));
    well.acme().transaction(TransactionOptions.defaults().retries(1), this::insertAndRead);
    assertThat(well.acme().dsl().fetchCount(ROLES)).isEqualTo(4);
  }

  private void prepareInTransactions() {
    for (int i = 0; i < 8; i++) {
      well.globex().transaction(tx -> readTwice(tx));
    }
  }

  private static void readTwice(TenantSession tx) {
    tx.dsl().fetchCount(ROLES);
    columns(tx).fetch();
  }

  private void insertAndRead(TenantSession tx) {
    tx.dsl().insertInto(ROLES).set(ROLES.NAME, "cook").execute();
    columns(tx).fetch();
  }

  @Test
  void a_write_with_returning_is_done_once() {
    for (int i = 0; i < 8; i++) {
      insertRole("r" + i);
    }
    well.village().asOwner(MIGRATIONS.get(1));
    insertRole("once");
    assertThat(well.acme().dsl().fetchCount(ROLES)).isEqualTo(12);
    assertThat(well.acme().dsl().fetchCount(ROLES, ROLES.NAME.eq("once"))).isEqualTo(1);
  }

  private void insertRole(String name) {
    well.acme().dsl().insertInto(ROLES).set(ROLES.NAME, name).returning().fetchSingle();
  }

  @Test
  void statements_that_somebody_deallocated_are_prepared_again() throws SQLException {
    prepareOnServer();
    deallocateEach();
    readAsEachTenant();
    prepareOnServer();
    deallocateEach();
    well.acme().transaction(tx -> assertThat(columns(tx).fetch()).hasSize(3));
    prepareOnServer();
    well.poison("discard all");
    readAsEachTenant();
  }

  /** One by one: the driver takes notice when all go at once. */
  private void deallocateEach() throws SQLException {
    try (Connection connection = well.pool().take();
        Statement statement = connection.createStatement()) {
      List<String> names = new ArrayList<>();
      try (var rows = statement.executeQuery("select name from pg_prepared_statements")) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      assertThat(names).isNotEmpty();
      for (String name : names) {
        statement.execute("deallocate \"" + name + "\"");
      }
    }
  }

  /** The control: it is not by itself that nobody notices. */
  @Test
  void the_driver_alone_reports_the_outdated_plan() throws SQLException {
    try (Connection connection = well.pool().take();
        PreparedStatement read =
            connection.prepareStatement("select 1; select * from public.tenants")) {
      for (int i = 0; i < 8; i++) {
        read.execute();
      }
      well.village().asOwner("alter table public.tenants add column colour text");
      assertThatThrownBy(read::execute)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("0A000"));
    }
  }
}
