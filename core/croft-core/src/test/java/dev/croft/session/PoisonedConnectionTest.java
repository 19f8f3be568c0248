package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.connection.ConnectionPool;
import dev.croft.exception.DatabaseException;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.PoisonedConnectionException;
import dev.croft.fixture.Village;
import dev.croft.isolation.StatementObservers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody had a pooled connection before, and left something on it. */
@NullUnmarked
class PoisonedConnectionTest {
  private Village village;
  private ConnectionPool pool;
  private TenantSession acme;

  @BeforeEach
  void found() {
    village = Village.found();
    pool = ConnectionPool.open(village.address(), Village.credentials(village.runtime()), 1);
    acme = village.sessions(pool).tenant(village.acmeId());
  }

  @AfterEach
  void close() {
    pool.close();
    village.close();
  }

  private void leaveBehind(String sql) {
    Connection connection = pool.take();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    pool.giveBack(connection);
  }

  @Test
  void a_tenant_left_on_the_connection_is_detected_and_the_connection_closed() {
    leaveBehind("set app.tenant_id = '" + village.globexId() + "'");
    assertThatThrownBy(() -> acme.dsl().fetchCount(ROLES))
        .isInstanceOf(PoisonedConnectionException.class)
        .hasMessage(
            "A pooled connection was not clean and was closed: it held a tenant already. Try again"
                + " on another connection; find the code that used the pool without a session.");
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"set row_security = off", "set role croft_app"})
  void another_role_or_disabled_row_security_is_detected(String left) {
    leaveBehind(left);
    assertThatThrownBy(() -> acme.dsl().fetchCount(ROLES)).isInstanceOf(DatabaseException.class);
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(3);
  }

  @Test
  void a_write_on_a_poisoned_connection_writes_nothing() {
    leaveBehind("set app.tenant_id = '" + village.globexId() + "'");
    assertThatThrownBy(() -> acme.dsl().insertInto(ROLES).set(ROLES.NAME, "cook").execute())
        .isInstanceOf(DatabaseException.class);
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(3);
    assertThat(village.globex().dsl().fetchCount(ROLES)).isEqualTo(3);
  }

  @Test
  void a_transaction_on_a_poisoned_connection_fails_and_the_connection_is_closed() {
    leaveBehind("set app.tenant_id = '" + village.globexId() + "'");
    assertThatThrownBy(() -> acme.transaction(tx -> tx.dsl().fetchCount(ROLES)))
        .isInstanceOf(PoisonedConnectionException.class);
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"set row_security = off", "set search_path = auth", "begin"})
  void a_system_session_uses_no_poisoned_connection_either(String left) throws SQLException {
    try (ConnectionPool systemPool = ConnectionPool.open(village.address(), village.system(), 1)) {
      SystemSession system =
          SystemSessions.on(systemPool, null, false, new StatementObservers())
              .open("to be refused", SystemOptions.defaults());
      try (Connection connection = systemPool.take();
          Statement statement = connection.createStatement()) {
        statement.execute(left);
      }
      assertThatThrownBy(() -> system.dsl().fetchCount(ROLES))
          .isInstanceOf(PoisonedConnectionException.class);
      assertThat(system.dsl().fetchCount(ROLES)).isEqualTo(6);
    }
  }

  @Test
  void no_tenant_stays_on_the_connection_after_success_failure_batch_or_transaction()
      throws SQLException {
    acme.dsl().fetchCount(ROLES);
    assertThat(tenantOnConnection()).isEmpty();
    assertThatThrownBy(() -> acme.dsl().insertInto(ROLES).set(ROLES.NAME, "admin").execute())
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(tenantOnConnection()).isEmpty();
    var insert = acme.dsl().insertInto(ROLES, ROLES.NAME).values((String) null);
    assertThatThrownBy(() -> acme.dsl().batch(insert).bind("cook").bind("admin").execute())
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(tenantOnConnection()).isEmpty();
    acme.transaction(tx -> tx.dsl().fetchCount(ROLES));
    assertThat(tenantOnConnection()).isEmpty();
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(3);
  }

  private String tenantOnConnection() throws SQLException {
    Connection connection = pool.take();
    try (Statement statement = connection.createStatement();
        ResultSet setting =
            statement.executeQuery("select coalesce(current_setting('app.tenant_id', true), '')")) {
      setting.next();
      return setting.getString(1);
    } finally {
      pool.giveBack(connection);
    }
  }
}
