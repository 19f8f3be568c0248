package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;

import dev.croft.connection.ConnectionPool;
import dev.croft.fixture.Village;
import dev.croft.isolation.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Which fences stand between acme's work and the rows of others. */
enum Fencing {
  ALL_FENCES,
  POLICY_ALONE,
  ROW_LEVEL_SECURITY_ALONE,
  /** Row-level security, on a connection that never entered a tenant. */
  NO_TENANT,
  /** Row-level security, on a connection that has left a tenant. */
  STALE_TENANT,
  /** The control: whatever the matrix shows, it shows because of a fence. */
  NO_FENCE;

  /** All that hold at least one fence. */
  static Stream<Fencing> all() {
    return Stream.of(values()).filter(fencing -> fencing != NO_FENCE);
  }

  boolean holdsRowLevelSecurity() {
    return this != POLICY_ALONE && this != NO_FENCE;
  }

  <T> T run(Village village, ConnectionPool pool, Function<DSLContext, T> work)
      throws SQLException {
    if (this == ALL_FENCES || this == POLICY_ALONE) {
      return work.apply(village.acme().dsl());
    }
    try (Connection connection = pool.take()) {
      connection.setAutoCommit(false);
      prepare(village, pool, connection);
      T result = work.apply(DSL.using(connection, SQLDialect.POSTGRES));
      connection.commit();
      return result;
    }
  }

  private void prepare(Village village, ConnectionPool pool, Connection connection)
      throws SQLException {
    if (this == STALE_TENANT) {
      enter(village, connection, pool, village.globexId());
      DSL.using(connection, SQLDialect.POSTGRES).fetchCount(ROLES);
      connection.commit();
    }
    if (this == ROW_LEVEL_SECURITY_ALONE) {
      enter(village, connection, pool, village.acmeId());
    }
  }

  private static void enter(
      Village village, Connection connection, ConnectionPool pool, TenantId tenant)
      throws SQLException {
    new TenantEntry(tenant, pool.user(), village.tenantSetting()).enter(connection);
  }
}
