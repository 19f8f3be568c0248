package dev.croft.oracle;

import dev.croft.exception.DatabaseException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.fixture.Seal;
import dev.croft.isolation.TenantId;
import dev.croft.session.EnteredConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.Configuration;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements in one way on one connection, which it takes from a superuser to be able to see
 * all rows afterwards; the statements run as {@code role}. Nothing is ever committed.
 */
final class Lane implements AutoCloseable {
  private final Way way;
  private final Connection superuser;
  private final String role;
  private final BiFunction<TenantId, ConnectionProvider, Configuration> fence;
  private @Nullable UUID entered;
  private @Nullable DSLContext dsl;

  Lane(
      Way way,
      Connection superuser,
      String role,
      BiFunction<TenantId, ConnectionProvider, Configuration> fence)
      throws SQLException {
    this.way = way;
    this.superuser = superuser;
    this.role = role;
    this.fence = fence;
    superuser.setAutoCommit(false);
    execute("set statement_timeout = '10s'");
    superuser.commit();
  }

  Outcome run(Statement statement, UUID tenant) throws SQLException {
    boolean leaves = Changes.in(statement);
    try {
      String result = new Execution(enter(tenant), tenant, way).run(statement);
      return leaves ? withSums(result, tenant) : done(result, new Sums(Map.of(), Map.of()));
    } catch (StatementRefusedException e) {
      leaves = true;
      return Outcome.refused(String.valueOf(e.getMessage()));
    } catch (DatabaseException | DataAccessException e) {
      leaves = true;
      return Outcome.failed(Failure.of(e));
    } finally {
      if (leaves) {
        leave();
      }
    }
  }

  private Outcome withSums(String result, UUID tenant) throws SQLException {
    execute("reset role");
    return done(result, Sums.of(superuser, tenant));
  }

  private static Outcome done(String result, Sums sums) {
    return new Outcome(Outcome.Kind.DONE, result, sums.own(), sums.others());
  }

  /** The sums of all rows before anything was written. */
  Sums before(UUID tenant) throws SQLException {
    leave();
    return Sums.of(superuser, tenant);
  }

  private DSLContext enter(UUID tenant) throws SQLException {
    DSLContext current = dsl;
    if (current == null || !tenant.equals(entered)) {
      leave();
      current = entering(tenant);
      dsl = current;
      entered = tenant;
    }
    return current;
  }

  private DSLContext entering(UUID tenant) throws SQLException {
    String asRole = "set local role \"%s\"".formatted(role);
    TenantId id = new TenantId(tenant);
    if (way.holdsPolicy()) {
      execute(asRole);
      return DSL.using(fence.apply(id, EnteredConnection.of(superuser, id, role)));
    }
    String setting = Seal.ofThisRun().setting().of(id, superuser);
    execute(asRole + "; select set_config('app.tenant_id', '%s', true)".formatted(setting));
    return DSL.using(superuser, SQLDialect.POSTGRES);
  }

  /** Ends the transaction; the next statement begins another, with a fence of its own. */
  void leave() throws SQLException {
    dsl = null;
    superuser.rollback();
  }

  private void execute(String sql) throws SQLException {
    try (java.sql.Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    superuser.close();
  }
}
