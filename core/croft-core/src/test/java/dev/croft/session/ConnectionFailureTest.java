package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.access.RoleRepository;
import dev.croft.connection.Credentials;
import dev.croft.exception.ConnectionLostException;
import dev.croft.exception.ConnectionUnavailableException;
import dev.croft.exception.OutcomeUnknownException;
import dev.croft.exception.SessionException;
import dev.croft.exception.StatementException;
import dev.croft.fixture.Village;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ConnectionFailureTest {
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

  private void terminateRuntimeConnections() {
    village.asSuperuser(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'",
        village.runtime().user());
  }

  /** The other connections of the pool were lost too, and are found out one by one. */
  private int rolesAfterRecovery() {
    for (int lost = 0; lost < 10; lost++) {
      try {
        return acme.dsl().fetchCount(ROLES);
      } catch (ConnectionLostException e) {
        assertThat(e.sqlState()).matches("57P01|08...");
      }
    }
    return -1;
  }

  @Test
  void a_connection_lost_before_commit_is_a_type_of_its_own_and_the_pool_recovers() {
    assertThatThrownBy(
            () ->
                acme.transaction(
                    tx -> {
                      RoleRepository.in(tx).create("cook");
                      terminateRuntimeConnections();
                      RoleRepository.in(tx).create("maid");
                    }))
        .isInstanceOf(ConnectionLostException.class)
        .hasMessageStartingWith("The connection to the database was lost: ");
    assertThat(rolesAfterRecovery()).isEqualTo(3);
  }

  @Test
  void a_connection_lost_at_commit_leaves_the_outcome_unknown() {
    assertThatThrownBy(
            () ->
                acme.transaction(
                    tx -> {
                      RoleRepository.in(tx).create("cook");
                      terminateRuntimeConnections();
                    }))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessage(
            "The outcome of a transaction is unknown: the connection was lost after COMMIT was"
                + " sent. Read the rows back to learn whether it happened; retry only work that is"
                + " idempotent.");
    assertThat(rolesAfterRecovery()).isEqualTo(3);
  }

  @Test
  void an_outcome_stays_unknown_although_a_later_run_is_known_to_have_failed() {
    TransactionOptions again = TransactionOptions.defaults().idempotent().retries(1);
    AtomicInteger runs = new AtomicInteger();
    assertThatThrownBy(
            () ->
                acme.transaction(
                    again,
                    tx -> {
                      tx.dsl().fetchCount(ROLES);
                      terminateRuntimeConnections();
                      if (runs.incrementAndGet() == 2) {
                        tx.dsl().fetchCount(ROLES);
                      }
                    }))
        .isInstanceOf(OutcomeUnknownException.class)
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .hasExactlyElementsOfTypes(ConnectionLostException.class));
  }

  @Test
  void an_outcome_stays_unknown_although_the_work_of_a_later_run_failed_by_itself() {
    assertThatThrownBy(() -> failInTheSecondRun(new IOException("changed my mind")))
        .isInstanceOf(OutcomeUnknownException.class)
        .satisfies(e -> assertThat(e.getSuppressed()).hasExactlyElementsOfTypes(IOException.class));
    assertThat(Thread.interrupted()).isFalse();
    assertThatThrownBy(() -> failInTheSecondRun(new InterruptedException()))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void an_error_of_a_later_run_comes_out_with_the_unknown_outcome_of_an_earlier_one() {
    assertThatThrownBy(() -> failInTheSecondRun(new StackOverflowError()))
        .isInstanceOf(StackOverflowError.class)
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .hasExactlyElementsOfTypes(OutcomeUnknownException.class));
  }

  /** The first COMMIT goes unanswered, and the second run does not get that far. */
  private void failInTheSecondRun(Throwable failure) throws Throwable {
    TransactionOptions again = TransactionOptions.defaults().idempotent().retries(20);
    AtomicInteger runs = new AtomicInteger();
    acme.<Exception>transaction(
        again,
        tx -> {
          if (runs.incrementAndGet() == 2) {
            throwAsIs(failure);
          }
          tx.dsl().fetchCount(ROLES);
          terminateRuntimeConnections();
        });
  }

  private static void throwAsIs(Throwable failure) throws Exception {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (Exception) failure;
  }

  @Test
  void a_transaction_whose_work_hid_a_failure_is_not_reported_as_committed() {
    assertThatThrownBy(
            () ->
                acme.transaction(
                    tx -> {
                      RoleRepository.in(tx).create("cook");
                      try {
                        tx.dsl().insertInto(ROLES).set(ROLES.NAME, "admin").execute();
                      } catch (StatementException hidden) {
                        assertThat(hidden.sqlState()).isEqualTo("23505");
                      }
                    }))
        .isInstanceOf(SessionException.class)
        .hasMessage(
            "A transaction was rolled back: one of its statements failed, and its work returned all"
                + " the same. Let the exception pass, or run what may fail in a nested"
                + " transaction.");
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(3);
  }

  @Test
  void a_wrong_password_is_reported_without_showing_it() {
    CroftConfig config =
        CroftConfig.of(village.address(), new Credentials("nobody_at_all", "canary"));
    assertThatThrownBy(() -> Croft.open(config))
        .isInstanceOf(ConnectionUnavailableException.class)
        .hasMessageContaining("nobody_at_all")
        .hasMessageNotContaining("canary");
  }

  @Test
  void waiting_for_a_connection_in_vain_says_so() {
    try (Croft single = Croft.open(village.config().withMaximumPoolSize(1))) {
      single
          .tenant(village.acmeId())
          .transaction(
              tx -> {
                Thread waiting =
                    Thread.ofVirtual()
                        .unstarted(() -> single.tenant(village.acmeId()).dsl().fetchCount(ROLES));
                StringBuilder message = new StringBuilder();
                waiting.setUncaughtExceptionHandler((t, e) -> message.append(e.getMessage()));
                waiting.start();
                waiting.join();
                assertThat(message.toString())
                    .startsWith(
                        "No connection to the database could be had: none came free in time");
              });
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
