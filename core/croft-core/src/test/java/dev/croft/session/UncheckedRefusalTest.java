package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.croft.connection.ConnectionPool;
import dev.croft.exception.SessionException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.exception.UncleanStatementException;
import dev.croft.fixture.Seal;
import dev.croft.fixture.Village;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What unchecked SQL does not get past: more than one statement, and anything left behind. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UncheckedRefusalTest {
  private static final String OTHERS = "set_config('app.tenant_id', '%s', %s)";

  private Village village;
  private ConnectionPool pool;
  private TenantSession acme;

  @BeforeAll
  void foundWithOneConnection() {
    village = Village.found();
    village.unmarkSystemRoles();
    village.asSuperuser("grant temporary on database %s to public", village.address().database());
    pool = ConnectionPool.open(village.address(), Village.credentials(village.runtime()), 1);
    acme = village.sessions(pool).tenant(village.acmeId());
  }

  @AfterAll
  void close() {
    assertThat(village.globex().dsl().fetchCount(ROLES)).isEqualTo(3);
    pool.close();
    village.close();
  }

  private DSLContext unchecked() {
    return acme.unchecked("an attack");
  }

  /** Each is refused before it is sent: none of these would be an error of the server's. */
  @TestFactory
  Stream<DynamicTest> what_is_not_one_statement_about_rows_is_refused() {
    return Stream.of(
            "select 1; select 2",
            "select 1; delete from auth.roles",
            "select ';'; commit",
            "select 1 /* ; */; rollback",
            "",
            " -- nothing",
            "select 'open",
            "select $x$open",
            "begin",
            "BEGIN; select 1",
            "commit",
            "/* c */ rollback",
            "-- c\nabort",
            "end",
            "savepoint s",
            "start transaction",
            "prepare transaction 'x'",
            "set role croft_admin",
            "set local app.tenant_id = ''",
            "set search_path = attack",
            "reset all",
            "reset role",
            "discard all",
            "listen x",
            "notify x",
            "prepare p as select 1",
            "execute p",
            "deallocate all",
            "declare c cursor with hold for select 1",
            "lock table auth.roles",
            "copy auth.roles to stdout",
            "do $$ begin perform 1; end $$",
            "call p()",
            "truncate auth.roles",
            "create temporary table roles (id uuid)",
            "drop table auth.roles",
            "alter role current_user set row_security = off",
            "grant select on auth.roles to public",
            "vacuum",
            "analyze auth.roles",
            "load 'x'",
            "show app.tenant_id")
        .map(sql -> dynamicTest("[%s]".formatted(sql), () -> checkRefused(sql)));
  }

  private void checkRefused(String sql) {
    assertThatThrownBy(() -> unchecked().execute(sql))
        .isInstanceOf(StatementRefusedException.class);
    assertThatThrownBy(() -> unchecked().batch(sql.isEmpty() ? " " : sql).execute())
        .isInstanceOf(StatementRefusedException.class);
    assertThatThrownBy(() -> acme.transaction(tx -> tx.unchecked("an attack").fetch(sql)))
        .isInstanceOf(StatementRefusedException.class);
  }

  @Test
  void the_refusals_name_the_alternative() {
    assertThatThrownBy(() -> unchecked().execute("select 1; select 2"))
        .hasMessage(
            "A text of unchecked SQL is refused by an unchecked session: "
                + "the driver does not read exactly one complete statement in it. "
                + "Run one statement at a time, in the session's transaction(…) if they belong"
                + " together.");
    assertThatThrownBy(() -> unchecked().execute("lock table auth.roles"))
        .hasMessage(
            "LOCK is refused by an unchecked session: "
                + "it acts on the connection, the transaction or the schema. "
                + "Use SELECT, VALUES, TABLE, WITH, INSERT, UPDATE, DELETE, MERGE or EXPLAIN; "
                + "lock rows by SELECT … FOR UPDATE, and begin transactions by the session's"
                + " transaction(…).");
  }

  /** What a statement leaves behind, and how the error calls it. */
  private Map<String, String> hostile() {
    String globex = village.globexId().toString();
    Map<String, String> statements = new TreeMap<>();
    statements.put("select " + OTHERS.formatted(globex, true), "another tenant");
    statements.put("select " + OTHERS.formatted(globex, false), "another tenant");
    statements.put("select " + OTHERS.formatted("", true), "another tenant");
    statements.put(
        "select * from auth.roles where " + OTHERS.formatted(globex, true) + " is not null",
        "another tenant");
    statements.put(
        "update auth.roles set description = set_config('search_path', 'attack', false)",
        "a changed setting");
    if (Seal.ofThisRun() == Seal.PLAIN) { // sealed, it fails before it reads: see SqlInjectionTest
      statements.put(
          "with s as materialized (select "
              + OTHERS.formatted(globex, false)
              + ")"
              + " select r.* from s, auth.roles r",
          "another tenant");
    }
    statements.put("select set_config('search_path', 'attack', false)", "a changed setting");
    statements.put("select set_config('search_path', 'attack', true)", "a changed setting");
    statements.put("select set_config('row_security', 'off', false)", "a changed setting");
    statements.put(
        "select set_config('standard_conforming_strings', 'off', false)", "a changed setting");
    statements.put(
        "select set_config('default_transaction_read_only', 'on', false)", "a changed setting");
    statements.put("select set_config('role', 'croft_app', false)", "another role");
    statements.put("select pg_advisory_lock(1)", "an advisory lock of the session");
    statements.put(
        "select pg_try_advisory_lock(2), pg_advisory_xact_lock(3)",
        "an advisory lock of the session");
    statements.put("select 1 as one into temporary table stolen", "a temporary table");
    return statements;
  }

  @TestFactory
  Stream<DynamicTest> what_leaves_something_behind_is_undone_and_its_connection_closed() {
    return hostile().entrySet().stream()
        .map(entry -> dynamicTest(entry.getKey(), () -> checkUndone(entry)));
  }

  private void checkUndone(Map.Entry<String, String> hostile) {
    Object before = server();
    assertThatThrownBy(() -> unchecked().fetch(hostile.getKey()))
        .isInstanceOf(UncleanStatementException.class)
        .hasMessageContaining("it left %s behind", hostile.getValue());
    assertThat(server()).isNotEqualTo(before);
    assertThat(acme.dsl().fetchValues(ROLES.TENANT_ID)).containsOnly(village.acmeId().value());
  }

  /** The connection, by what serves it. */
  private Object server() {
    return unchecked().fetchValue("select pg_backend_pid()");
  }

  @TestFactory
  Stream<DynamicTest> a_transaction_that_goes_on_after_it_goes_on_as_it_was() {
    return hostile().keySet().stream().map(sql -> dynamicTest(sql, () -> checkNested(sql)));
  }

  private void checkNested(String hostile) {
    Object before = server();
    List<UUID> tenants =
        acme.transactionResult(
            tx -> {
              assertThatThrownBy(
                      () -> tx.transaction(nested -> nested.unchecked("an attack").fetch(hostile)))
                  .isInstanceOf(UncleanStatementException.class);
              return tx.dsl().fetchValues(ROLES.TENANT_ID);
            });
    assertThat(tenants).containsOnly(village.acmeId().value());
    assertThat(server()).isNotEqualTo(before);
  }

  @Test
  void a_transaction_in_which_it_was_caught_does_not_commit() {
    assertThatThrownBy(
            () ->
                acme.transaction(
                    tx -> {
                      tx.dsl().deleteFrom(ROLES).execute();
                      assertThatThrownBy(
                              () -> tx.unchecked("an attack").fetch("select pg_advisory_lock(1)"))
                          .isInstanceOf(UncleanStatementException.class);
                    }))
        .isInstanceOf(SessionException.class);
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(3);
  }

  @Test
  void a_batch_that_leaves_something_behind_is_undone() {
    var batch =
        unchecked()
            .batch("update auth.roles set description = set_config('search_path', ?, false)")
            .bind("attack")
            .bind("public");
    Object before = server();
    assertThatThrownBy(batch::execute).isInstanceOf(UncleanStatementException.class);
    assertThat(server()).isNotEqualTo(before);
    assertThat(acme.dsl().fetchValues(ROLES.DESCRIPTION)).doesNotContain("attack", "public");
  }

  @Test
  void the_error_says_what_was_left_behind() {
    assertThatThrownBy(() -> unchecked().fetch("select pg_advisory_lock(1)"))
        .hasMessage(
            "A statement of unchecked SQL was undone and its connection given up: "
                + "it left an advisory lock of the session behind. "
                + "Write SQL that reads and writes rows of its own tenant, and nothing else.");
  }

  @Test
  void a_time_limit_of_the_session_is_left_by_no_statement_outside_a_transaction() {
    assertThatThrownBy(
            () -> unchecked().fetch("select set_config('statement_timeout', '1min', false)"))
        .isInstanceOf(UncleanStatementException.class);
    acme.transaction(
        TransactionOptions.defaults().timeout(Duration.ofMinutes(1)),
        tx -> assertThat(tx.unchecked("a test").fetch("table auth.roles")).hasSize(3));
  }

  @Test
  void what_ends_with_the_transaction_is_no_harm() {
    assertThat(unchecked().fetch("select pg_advisory_xact_lock(1)")).hasSize(1);
    assertThat(unchecked().fetch("select set_config('my.setting', '1', true)")).hasSize(1);
  }

  @Test
  void what_was_not_refused_by_name_finds_no_way_around_the_proxy() {
    assertThatThrownBy(() -> unchecked().connection(Connection::createStatement))
        .isInstanceOf(StatementRefusedException.class);
    assertThatThrownBy(() -> unchecked().connection(c -> c.prepareStatement("select 1")))
        .isInstanceOf(StatementRefusedException.class);
    assertThatThrownBy(() -> unchecked().transaction(c -> c.dsl().execute("select 1")))
        .isInstanceOf(SessionException.class);
    assertThatThrownBy(() -> unchecked().batch("select 1", "select 2").execute())
        .isInstanceOf(StatementRefusedException.class);
    assertThatThrownBy(() -> unchecked().dropTable(ROLES).execute())
        .isInstanceOf(StatementRefusedException.class);
  }
}
