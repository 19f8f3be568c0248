package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.croft.exception.ConnectionLostException;
import dev.croft.exception.DatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.core.BaseConnection;

/** Connections that were closed, aborted or interrupted where nobody expects it. */
@NullUnmarked
class ConnectionMisuseTest {
  private static Well well;

  @BeforeAll
  static void dig() {
    well = Well.own();
  }

  @AfterEach
  void bothTenantsHaveTheirRowsAndNoOthers() {
    for (TenantSession session : new TenantSession[] {well.acme(), well.globex()}) {
      assertThat(session.dsl().select(ROLES.TENANT_ID).from(ROLES).fetch(ROLES.TENANT_ID))
          .hasSize(3)
          .containsOnly(session.tenant().value());
    }
  }

  @AfterAll
  static void close() {
    well.close();
  }

  private UUID firstTenantSeen() {
    return well.acme().dsl().select(ROLES.TENANT_ID).from(ROLES).fetchAny(ROLES.TENANT_ID);
  }

  @Test
  void a_connection_that_is_closed_twice_is_given_out_once() throws SQLException {
    Connection connection = well.pool().take();
    connection.close();
    connection.close();
    well.acme()
        .transaction(
            tx -> {
              connection.close();
              assertThatThrownBy(connection::createStatement).isInstanceOf(SQLException.class);
              assertThat(tx.dsl().fetchCount(ROLES)).isEqualTo(3);
            });
  }

  @Test
  void a_statement_kept_from_an_earlier_use_cannot_run_in_the_next() throws SQLException {
    Connection connection = well.pool().take();
    Statement kept = connection.createStatement();
    connection.close();
    well.acme()
        .transaction(
            tx -> {
              tx.dsl().fetchCount(ROLES);
              assertThatThrownBy(() -> kept.executeQuery("select name from auth.roles"))
                  .isInstanceOf(SQLException.class);
            });
  }

  @Test
  void auto_commit_access_mode_and_isolation_set_through_jdbc_are_set_back() throws SQLException {
    Connection connection = well.pool().take();
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    connection.createStatement().execute("select 1");
    connection.close();
    well.acme().dsl().update(ROLES).set(ROLES.DESCRIPTION, "still written").execute();
    assertThat(well.read("show transaction_isolation")).isEqualTo("read committed");
  }

  @Test
  void a_connection_closed_behind_the_pool_s_back_is_lost_once() throws SQLException {
    Connection connection = well.pool().take();
    connection.unwrap(BaseConnection.class).close();
    well.pool().giveBack(connection);
    Throwable failure = catchThrowable(this::firstTenantSeen);
    assertThat(failure).satisfiesAnyOf(f -> assertThat(f).isNull(), this::isLost);
  }

  private void isLost(Throwable failure) {
    assertThat(failure).isInstanceOf(ConnectionLostException.class);
  }

  @Test
  void an_aborted_connection_is_lost_once() throws SQLException {
    Connection connection = well.pool().take();
    connection.abort(Runnable::run);
    well.pool().giveBack(connection);
    Throwable failure = catchThrowable(this::firstTenantSeen);
    assertThat(failure).satisfiesAnyOf(f -> assertThat(f).isNull(), this::isLost);
  }

  @Test
  void a_connection_closed_while_a_transaction_uses_it_keeps_nothing() {
    assertThatThrownBy(
            () ->
                well.acme()
                    .transaction(
                        tx -> {
                          tx.dsl().update(ROLES).set(ROLES.DESCRIPTION, "lost").execute();
                          closeAll();
                          tx.dsl().fetchCount(ROLES);
                        }))
        .isInstanceOf(ConnectionLostException.class);
    assertThat(well.acme().dsl().fetchCount(ROLES, ROLES.DESCRIPTION.eq("lost"))).isZero();
  }

  private void closeAll() {
    well.village()
        .asSuperuser(
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = '%s'"
                + " and application_name = 'croft' and state = 'idle in transaction'",
            well.village().runtime().user());
  }

  @Test
  void an_interrupted_thread_is_told_so_and_the_interrupt_is_kept() throws Exception {
    FutureTask<Throwable> work = new FutureTask<>(() -> catchThrowable(this::firstTenantSeen));
    well.acme()
        .transaction(
            tx -> {
              tx.dsl().fetchCount(ROLES);
              Thread waiting = Thread.ofVirtual().start(work);
              waiting.interrupt();
              waiting.join();
            });
    assertThat(work.get())
        .isInstanceOf(DatabaseException.class)
        .hasMessageStartingWith(
            "No connection to the database could be had: the thread was interrupted, for role ");
  }

  @Test
  void an_interrupted_virtual_thread_reads_its_own_rows_or_none() throws Exception {
    FutureTask<Object> work =
        new FutureTask<>(
            () -> {
              Thread.currentThread().interrupt();
              Throwable failure = catchThrowable(this::firstTenantSeen);
              Thread.interrupted();
              return failure == null ? firstTenantSeen() : failure;
            });
    Thread.ofVirtual().start(work);
    assertThat(work.get())
        .satisfiesAnyOf(
            seen -> assertThat(seen).isEqualTo(well.village().acmeId().value()),
            failure -> assertThat(failure).isInstanceOf(DatabaseException.class));
  }
}
