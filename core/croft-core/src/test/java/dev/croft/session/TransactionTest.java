package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.access.Role;
import dev.croft.access.RoleRepository;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.SerializationFailureException;
import dev.croft.exception.SessionException;
import dev.croft.exception.StatementException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.fixture.Village;
import dev.croft.schema.auth.tables.records.RolesRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class TransactionTest {
  private Village village;
  private TenantSession acme;

  @BeforeEach
  void found() {
    village = Village.found();
    acme = village.acme();
  }

  @AfterEach
  void close() {
    village.close();
  }

  @Test
  void a_transaction_commits_when_its_work_returns() {
    Role role = acme.transactionResult(tx -> RoleRepository.in(tx).create("cook"));
    assertThat(RoleRepository.in(acme).find(role.id())).contains(role);
  }

  @Test
  void what_the_work_throws_comes_out_as_thrown_and_undoes_the_work() {
    IOException thrown = new IOException("no more paper");
    assertThatThrownBy(
            () ->
                acme.transaction(
                    tx -> {
                      RoleRepository.in(tx).create("cook");
                      throw thrown;
                    }))
        .isSameAs(thrown);
    assertThat(RoleRepository.in(acme).findByName("cook")).isEmpty();
  }

  @Test
  void a_nested_transaction_that_fails_undoes_only_itself() {
    acme.transaction(
        tx -> {
          RoleRepository.in(tx).create("cook");
          assertThatThrownBy(
                  () ->
                      tx.transaction(
                          nested -> {
                            RoleRepository.in(nested).create("maid");
                            RoleRepository.in(nested).create("admin");
                          }))
              .isInstanceOf(DuplicateKeyException.class);
          assertThat(tx.dsl().fetchCount(ROLES)).isEqualTo(4);
        });
    assertThat(RoleRepository.in(acme).findByName("cook")).isPresent();
    assertThat(RoleRepository.in(acme).findByName("maid")).isEmpty();
  }

  @Test
  void a_nested_transaction_that_is_first_to_speak_leaves_the_tenant_entered_when_undone() {
    acme.transaction(
        tx -> {
          assertThatThrownBy(
                  () -> tx.transaction(nested -> RoleRepository.in(nested).create("admin")))
              .isInstanceOf(DuplicateKeyException.class);
          assertThat(tx.dsl().fetchCount(ROLES)).isEqualTo(3);
        });
  }

  @Test
  void another_session_inside_a_transaction_is_refused_before_any_statement() {
    acme.transaction(
        tx -> {
          assertThatThrownBy(() -> village.globex().dsl().fetchCount(ROLES))
              .isInstanceOf(SessionException.class)
              .hasMessage(
                  "A session was used inside the transaction of another: this thread is running a"
                      + " transaction that the statement would not be part of. Use the session"
                      + " that the transaction's work was given.");
          assertThatThrownBy(() -> acme.dsl().fetchCount(ROLES))
              .isInstanceOf(SessionException.class);
          assertThatThrownBy(() -> village.globex().transaction(other -> {}))
              .isInstanceOf(SessionException.class);
          assertThatThrownBy(() -> village.croft().system("look").dsl().fetchCount(ROLES))
              .isInstanceOf(SessionException.class);
        });
  }

  @Test
  void a_transaction_s_session_is_of_no_use_after_its_end() {
    AtomicReference<TenantSession> leaked = new AtomicReference<>();
    acme.transaction(leaked::set);
    assertThatThrownBy(() -> leaked.get().dsl().fetchCount(ROLES))
        .isInstanceOf(SessionException.class)
        .hasMessageContaining("the transaction has ended");
  }

  @Test
  void the_outer_session_is_refused_while_a_nested_transaction_runs() {
    acme.transaction(
        tx ->
            tx.transaction(
                nested ->
                    assertThatThrownBy(() -> tx.dsl().fetchCount(ROLES))
                        .isInstanceOf(SessionException.class)
                        .hasMessageContaining("a nested transaction is running")));
  }

  @Test
  void a_transaction_s_session_is_refused_to_another_thread() {
    acme.transaction(
        tx -> {
          FutureTask<Integer> elsewhere = new FutureTask<>(() -> tx.dsl().fetchCount(ROLES));
          Thread.ofVirtual().start(elsewhere);
          assertThatThrownBy(elsewhere::get)
              .isInstanceOf(ExecutionException.class)
              .cause()
              .isInstanceOf(SessionException.class)
              .hasMessageContaining("the transaction belongs to the thread that began it");
        });
  }

  @Test
  void a_read_only_transaction_writes_nothing() {
    TransactionOptions readOnly = TransactionOptions.defaults().readOnly();
    assertThatThrownBy(() -> acme.transaction(readOnly, tx -> RoleRepository.in(tx).create("cook")))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("cannot execute INSERT in a read-only transaction");
    RoleRepository.in(acme).create("cook");
  }

  @Test
  void a_serialization_failure_is_retried_as_often_as_asked() {
    AtomicInteger runs = new AtomicInteger();
    TransactionOptions twice =
        TransactionOptions.defaults().isolation(IsolationLevel.SERIALIZABLE).retries(1);
    acme.transaction(
        twice,
        tx -> {
          Role role = RoleRepository.in(tx).findByName("user").orElseThrow();
          if (runs.incrementAndGet() == 1) {
            changeElsewhere(role);
          }
          tx.dsl()
              .update(ROLES)
              .set(ROLES.DESCRIPTION, "mine")
              .where(ROLES.ID.eq(role.id().value()))
              .execute();
        });
    assertThat(runs).hasValue(2);
    assertThat(RoleRepository.in(acme).findByName("user").orElseThrow().description())
        .isEqualTo("mine");
  }

  @Test
  void no_run_begins_after_the_budget_of_retries_is_spent() {
    TransactionOptions spent =
        TransactionOptions.defaults()
            .isolation(IsolationLevel.SERIALIZABLE)
            .retries(1_000)
            .retryBudget(Duration.ofMillis(300));
    AtomicInteger runs = new AtomicInteger();
    assertThatThrownBy(
            () ->
                acme.transaction(
                    spent,
                    tx -> {
                      Role role = RoleRepository.in(tx).findByName("user").orElseThrow();
                      changeElsewhere(role);
                      runs.incrementAndGet();
                      RoleRepository.in(tx).update(role.described("mine"));
                    }))
        .isInstanceOf(SerializationFailureException.class);
    assertThat(runs).hasValueBetween(2, 999);
  }

  @Test
  void a_serialization_failure_without_retries_is_a_type_of_its_own() {
    TransactionOptions once = TransactionOptions.defaults().isolation(IsolationLevel.SERIALIZABLE);
    assertThatThrownBy(
            () ->
                acme.transaction(
                    once,
                    tx -> {
                      Role role = RoleRepository.in(tx).findByName("user").orElseThrow();
                      changeElsewhere(role);
                      RoleRepository.in(tx).update(role.described("mine"));
                    }))
        .isInstanceOf(SerializationFailureException.class)
        .hasMessage(
            "The transaction lost against a concurrent one and was rolled back: could not"
                + " serialize access due to concurrent update (SQLSTATE 40001). Run it again, or"
                + " let TransactionOptions.retries do so.");
  }

  private void changeElsewhere(Role role) {
    Thread elsewhere =
        Thread.ofVirtual()
            .start(() -> RoleRepository.in(acme).update(role.described("changed elsewhere")));
    try {
      elsewhere.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_statement_that_outlasts_the_time_limit_is_cancelled() {
    TransactionOptions brief = TransactionOptions.defaults().timeout(Duration.ofMillis(200));
    var r1 = ROLES.as("r1");
    var series = DSL.generateSeries(1, 1_000_000_000);
    assertThatThrownBy(
            () ->
                acme.transaction(
                    brief, tx -> tx.dsl().select(DSL.count()).from(r1, series).fetch()))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("canceling statement due to statement timeout");
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(3);
  }

  @Test
  void options_of_a_nested_transaction_are_refused() {
    acme.transaction(
        tx ->
            assertThatThrownBy(
                    () -> tx.transaction(TransactionOptions.defaults().readOnly(), nested -> {}))
                .isInstanceOf(SessionException.class)
                .hasMessageContaining("Give the options to the outermost transaction"));
  }

  @Test
  void results_are_streamed_in_a_transaction_and_not_outside() {
    assertThatThrownBy(() -> acme.dsl().selectFrom(ROLES).fetchSize(1).fetch())
        .isInstanceOf(StatementRefusedException.class)
        .hasMessageContaining("Stream in transaction(…), or leave the fetch size out.");
    List<String> names = new ArrayList<>();
    acme.transaction(
        tx -> {
          try (Stream<RolesRecord> roles = tx.dsl().selectFrom(ROLES).fetchSize(1).fetchStream()) {
            roles.map(RolesRecord::getName).forEach(names::add);
          }
        });
    assertThat(names).containsExactlyInAnyOrder("admin", "user", "keeper");
  }
}
