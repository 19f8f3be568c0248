package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.access.RoleRepository;
import dev.croft.exception.ConnectionLostException;
import dev.croft.fixture.Village;
import java.io.IOException;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work catches the loss of its connection and goes on: HikariCP then names no SQLSTATE. */
@NullUnmarked
class HiddenLossTest {
  private static final String LOST_BEFORE =
      "The connection to the database was lost: This connection has been closed (SQLSTATE 08003)."
          + " Run it again.";

  private Village village;

  @BeforeEach
  void found() {
    village = Village.found();
  }

  @AfterEach
  void close() {
    village.close();
  }

  @Test
  void is_told_at_the_next_statement() {
    assertLost(
        tx -> {
          loseConnection(tx);
          RoleRepository.in(tx).create("maid");
        });
  }

  @Test
  void is_told_at_the_next_savepoint() {
    assertLost(
        tx -> {
          tx.dsl().fetchCount(ROLES);
          loseConnection(tx);
          tx.transaction(nested -> nested.dsl().fetchCount(ROLES));
        });
  }

  @Test
  void is_told_at_the_end_of_a_nested_transaction() {
    assertLost(tx -> tx.transaction(this::loseConnection));
  }

  @Test
  void is_told_after_a_rollback_to_a_savepoint_that_found_no_server() {
    assertLost(
        tx -> {
          assertThatThrownBy(() -> tx.transaction(this::loseConnectionAndFail))
              .isInstanceOf(IOException.class);
          tx.dsl().fetchCount(ROLES);
        });
  }

  @Test
  void leaves_no_outcome_unknown_because_no_commit_is_sent() {
    assertLost(this::loseConnection);
  }

  @Test
  void is_told_in_a_system_session_too() {
    assertThatThrownBy(
            () -> village.croft().system("test").transaction(this::loseConnectionAndReadOn))
        .isInstanceOf(ConnectionLostException.class)
        .hasMessage(LOST_BEFORE);
  }

  private void assertLost(TransactionWork<TenantSession, RuntimeException> work) {
    assertThatThrownBy(() -> village.acme().transaction(work))
        .isInstanceOf(ConnectionLostException.class)
        .hasMessage(LOST_BEFORE);
  }

  private void loseConnection(TenantSession tx) {
    terminate(village.runtime().user());
    assertThatFails(tx.dsl());
  }

  private void loseConnectionAndFail(TenantSession nested) throws IOException {
    terminate(village.runtime().user());
    throw new IOException("changed my mind");
  }

  private void loseConnectionAndReadOn(SystemSession tx) {
    terminate(village.system().user());
    assertThatFails(tx.dsl());
    tx.dsl().fetchCount(ROLES);
  }

  private static void assertThatFails(DSLContext dsl) {
    assertThatThrownBy(() -> dsl.fetchCount(ROLES)).isInstanceOf(ConnectionLostException.class);
  }

  private void terminate(String user) {
    village.asSuperuser(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'", user);
  }
}
