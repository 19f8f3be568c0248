package dev.croft.session;

import static dev.croft.schema.admin.Tables.AUDIT_LOG;
import static dev.croft.schema.auth.Tables.PERMISSIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.generateSeries;

import dev.croft.exception.ReadOnlyException;
import dev.croft.exception.SessionException;
import dev.croft.exception.StatementException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.fixture.Village;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Work across tenants is for a reason, by somebody, for a while, and leaves a record. */
@NullUnmarked
class SystemSessionTest {
  private static final String READ_ONLY =
      "A statement was refused: cannot execute UPDATE in a read-only transaction (SQLSTATE 25006)."
          + " Write in a transaction that is not read-only; a system session writes after"
          + " writing().";

  private Village village;
  private SystemSession system;

  @BeforeEach
  void found() {
    village = Village.found();
    system = village.croft().system("mend the fence", SystemOptions.by(village.ann().id().actor()));
  }

  @AfterEach
  void close() {
    village.close();
  }

  private static int describe(DSLContext dsl, String text) {
    return dsl.update(PERMISSIONS).set(PERMISSIONS.DESCRIPTION, text).execute();
  }

  private long described(String text) {
    return system.dsl().fetchCount(PERMISSIONS, PERMISSIONS.DESCRIPTION.eq(text));
  }

  private List<String> records() {
    return system
        .dsl()
        .selectFrom(AUDIT_LOG)
        .where(AUDIT_LOG.REASON.eq("mend the fence"))
        .orderBy(AUDIT_LOG.ID)
        .fetch(AUDIT_LOG.ACTION);
  }

  @Test
  void its_opening_is_recorded_with_reason_actor_and_login() {
    var entry = system.dsl().fetchSingle(AUDIT_LOG, AUDIT_LOG.REASON.eq("mend the fence"));
    assertThat(entry.getAction()).isEqualTo("system_session:open");
    assertThat(entry.getActorKind()).isEqualTo("user");
    assertThat(entry.getActor()).isEqualTo(village.ann().id().toString());
    assertThat(entry.getLoginRole())
        .isEqualTo(system.dsl().select(DSL.currentUser()).fetchSingle().value1());
    assertThat(system.actor()).isEqualTo(village.ann().id().actor());
    assertThat(system).hasToString("SystemSession");
  }

  @Test
  void nobody_named_is_recorded_as_the_login() {
    village.croft().system("look around");
    var entry = system.dsl().fetchSingle(AUDIT_LOG, AUDIT_LOG.REASON.eq("look around"));
    assertThat(entry.getActorKind()).isEqualTo("login");
    assertThat(entry.getActor()).isEqualTo(entry.getLoginRole());
  }

  @Test
  void it_reads_and_the_server_refuses_to_write() {
    assertThat(system.dsl().fetchCount(PERMISSIONS)).isPositive();
    assertThatThrownBy(() -> describe(system.dsl(), "changed"))
        .isInstanceOf(ReadOnlyException.class)
        .hasMessage(READ_ONLY);
    assertThatThrownBy(() -> system.transaction(tx -> describe(tx.dsl(), "changed")))
        .isInstanceOf(ReadOnlyException.class)
        .hasMessage(READ_ONLY);
    assertThat(described("changed")).isZero();
    assertThat(records()).containsExactly("system_session:open");
  }

  @Test
  void a_transaction_that_reads_is_not_made_to_write_by_sql() {
    assertThatThrownBy(
            () -> system.transaction(tx -> tx.dsl().execute("set transaction read write")))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("transaction read-write mode must be set before any query");
    assertThatThrownBy(() -> system.dsl().execute("set transaction read write"))
        .isInstanceOf(StatementException.class);
  }

  @Test
  void what_one_statement_left_on_the_connection_does_not_let_the_next_one_write() {
    system.writing().dsl().execute("set default_transaction_read_only = off");
    for (int i = 0; i < 12; i++) {
      assertThatThrownBy(() -> describe(system.dsl(), "changed"))
          .isInstanceOf(ReadOnlyException.class);
    }
  }

  @Test
  void each_transaction_that_writes_leaves_a_record_of_its_own() {
    SystemSession writing = system.writing();
    describe(writing.dsl(), "first");
    writing.transaction(
        tx -> {
          describe(tx.dsl(), "second");
          tx.transaction(nested -> describe(nested.dsl(), "third"));
        });
    assertThat(described("third")).isPositive();
    assertThat(records())
        .containsExactly("system_session:open", "system_session:write", "system_session:write");
  }

  @Test
  void record_and_work_are_one_transaction() {
    describe(system.writing().dsl(), "changed");
    assertThat(
            system
                .dsl()
                .fetchValue(
                    "select count(distinct a.id) from admin.audit_log a"
                        + " join auth.permissions p on p.xmin = a.xmin"
                        + " where a.action = 'system_session:write' and p.description = 'changed'"))
        .isEqualTo(1L);
  }

  @Test
  void work_that_fails_leaves_neither_work_nor_record() {
    assertThatThrownBy(
            () ->
                system
                    .writing()
                    .transaction(
                        tx -> {
                          describe(tx.dsl(), "changed");
                          throw new IllegalStateException("changed my mind");
                        }))
        .hasMessage("changed my mind");
    assertThatThrownBy(
            () ->
                system
                    .writing()
                    .dsl()
                    .insertInto(PERMISSIONS)
                    .set(PERMISSIONS.NAME, "not a name")
                    .set(PERMISSIONS.DESCRIPTION, "changed")
                    .execute())
        .isInstanceOf(StatementException.class);
    assertThat(described("changed")).isZero();
    assertThat(records()).containsExactly("system_session:open");
  }

  @Test
  void where_no_record_can_be_made_no_work_is_done() {
    village.asOwner("revoke all on table admin.audit_log from croft_admin");
    village.asOwner("revoke insert (actor) on table admin.audit_log from croft_admin");
    assertThatThrownBy(() -> describe(system.writing().dsl(), "changed"))
        .hasMessageContaining("permission denied for table audit_log");
    assertThatThrownBy(() -> system.writing().transaction(tx -> describe(tx.dsl(), "changed")))
        .hasMessageContaining("permission denied for table audit_log");
    assertThat(described("changed")).isZero();
    assertThatThrownBy(() -> village.croft().system("mend it"))
        .hasMessageContaining("permission denied for table audit_log");
  }

  @Test
  void where_no_month_is_left_no_work_is_done_and_it_is_said_what_to_do() {
    village.asOwner(
        "do $$ declare part regclass; begin for part in select p.part from"
            + " croft.partitions('admin.audit_log') p loop execute format('drop table %s', part);"
            + " end loop; end $$");
    assertThatThrownBy(() -> describe(system.writing().dsl(), "changed"))
        .hasMessage(
            "A row was refused: no partition of admin.audit_log takes it (SQLSTATE 23514). Make"
                + " partitions ahead, as the owner:"
                + " select croft.ensure_partitions('admin.audit_log', 12);");
    assertThat(described("changed")).isZero();
  }

  @Test
  void a_transaction_that_only_reads_leaves_no_record_and_cannot_be_made_to_write() {
    SystemSession writing = system.writing();
    writing.transaction(
        TransactionOptions.defaults().readOnly(), tx -> tx.dsl().fetchCount(PERMISSIONS));
    assertThat(records()).containsExactly("system_session:open");
    writing.transaction(tx -> describe(tx.writing().dsl(), "changed"));
    assertThatThrownBy(() -> system.transaction(SystemSession::writing))
        .isInstanceOf(SessionException.class)
        .hasMessage(
            "A transaction of a system session was not made writable: the server decides that where"
                + " it begins. Begin it from croft.system(reason).writing().");
  }

  @Test
  void its_transactions_are_not_ended_past_it() {
    assertThatThrownBy(
            () -> system.writing().transaction(tx -> tx.dsl().connection(c -> c.commit())))
        .isInstanceOf(SessionException.class)
        .hasMessage(
            "Connection.commit was refused in a system session: work would be committed without its"
                + " record. Use the session's transaction(…).");
    assertThatThrownBy(() -> system.dsl().connection(c -> c.setReadOnly(false)))
        .isInstanceOf(SessionException.class);
    assertThatThrownBy(() -> system.dsl().connection(c -> c.setAutoCommit(true)))
        .isInstanceOf(SessionException.class);
    assertThatThrownBy(() -> system.dsl().connection(c -> c.rollback()))
        .isInstanceOf(SessionException.class);
  }

  @Test
  void its_transactions_are_not_ended_by_sql_either() {
    DSLContext dsl = system.writing().dsl();
    assertThatThrownBy(() -> dsl.execute("commit; update auth.permissions set description = ''"))
        .isInstanceOf(StatementRefusedException.class)
        .hasMessage(
            "COMMIT was refused in a system session: work would be committed without its record."
                + " Use the session's transaction(…).");
    List<Executable> attempts =
        List.of(
            () -> dsl.commit().execute(),
            () -> dsl.rollback().execute(),
            () -> dsl.startTransaction().execute(),
            () -> dsl.savepoint("here").execute(),
            () -> dsl.execute("select 1; /* now */ END"),
            () -> dsl.execute(" -- now\nabort"),
            () -> dsl.execute("prepare transaction 'later'"),
            () -> dsl.fetch("begin read write"),
            () -> dsl.batch("select 1", "commit").execute(),
            () -> dsl.batch(dsl.commit(), dsl.selectOne()).execute());
    assertThat(attempts)
        .allSatisfy(
            attempt ->
                assertThatThrownBy(attempt::execute).isInstanceOf(StatementRefusedException.class));
    assertThatThrownBy(() -> dsl.execute("do $$ begin commit; end $$"))
        .hasMessageContaining("SQLSTATE 2D000");
    assertThat(dsl.fetchValue("select 'commit; begin' /* commit; */")).isEqualTo("commit; begin");
    assertThat(described("")).isZero();
  }

  @Test
  void when_its_time_is_over_it_is_of_no_use() {
    SystemSession brief =
        village.croft().system("be brief", SystemOptions.defaults().limit(Duration.ofMillis(1)));
    Instant end = Instant.now().plusMillis(2);
    while (Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThatThrownBy(() -> brief.dsl().fetchCount(PERMISSIONS))
        .isInstanceOf(SessionException.class)
        .hasMessage(
            "A system session was refused: the time that it was opened for is over. Open another one"
                + " if its reason still holds, or one with a longer limit.");
    assertThatThrownBy(() -> brief.transaction(tx -> {})).isInstanceOf(SessionException.class);
    assertThatThrownBy(() -> brief.writing().transaction(tx -> {}))
        .isInstanceOf(SessionException.class);
  }

  @Test
  void a_statement_is_cancelled_at_the_limit_of_a_transaction() {
    SystemSession hasty =
        village
            .croft()
            .system("hurry", SystemOptions.defaults().transactionLimit(Duration.ofMillis(200)));
    assertThatThrownBy(
            () -> hasty.dsl().select(count()).from(generateSeries(1, 2_000_000_000)).fetch())
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("57014");
  }

  @Test
  void the_server_holds_its_transactions_to_their_limits() {
    SystemSession limited =
        village
            .croft()
            .system(
                "take turns", SystemOptions.defaults().transactionLimit(Duration.ofSeconds(30)));
    String settings =
        "select name || '=' || setting from pg_settings where name in ('statement_timeout',"
            + " 'idle_in_transaction_session_timeout', 'transaction_timeout') order by name";
    assertThat(limited.dsl().fetchValues(settings))
        .isEqualTo(
            List.of(
                "idle_in_transaction_session_timeout=35000",
                "statement_timeout=30000",
                "transaction_timeout=35000"));
    Object minute =
        limited.transactionResult(
            TransactionOptions.defaults().timeout(Duration.ofSeconds(60)),
            tx -> tx.dsl().fetchValue("show statement_timeout"));
    assertThat(minute).isEqualTo("1min");
  }

  @Test
  void no_transaction_lasts_longer_than_the_session() {
    SystemSession limited =
        village.croft().system("take turns", SystemOptions.defaults().limit(Duration.ofMinutes(1)));
    Object timeout =
        limited
            .dsl()
            .fetchValue("select setting::int from pg_settings where name = 'statement_timeout'");
    assertThat((Integer) timeout).isBetween(1, 60_000);
  }

  @Test
  void limits_are_positive_and_actors_have_names() {
    assertThatThrownBy(() -> SystemOptions.defaults().limit(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The limits of a system session must be positive");
    assertThatThrownBy(() -> Actor.service(" padded "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An actor has a name of 1 to 200 characters, without blanks around it");
    assertThatThrownBy(() -> new Actor(Actor.Kind.USER, "ann@example.com"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Actor.service("nightly")).hasToString("service nightly");
  }
}
