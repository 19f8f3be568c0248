package dev.croft.session;

import dev.croft.exception.UncleanStatementException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement of unchecked SQL: the check of what it leaves behind goes with it, in the
 * same round trip, and after a batch by a statement of its own.
 */
final class UncheckedStatement implements InvocationHandler {
  private final TenantConnection connection;
  private final PreparedStatement delegate;
  private final CleanExit exit;
  private final int parameters;
  private int resultsAhead;
  private boolean done;

  private UncheckedStatement(
      TenantConnection connection, PreparedStatement delegate, int parameters, int resultsAhead) {
    this.connection = connection;
    this.delegate = delegate;
    TenantEntry entry = connection.entry();
    this.exit =
        new CleanExit(entry.tenant(), entry.role(), connection.inTransaction(), entry.pooled());
    this.parameters = parameters;
    this.resultsAhead = resultsAhead;
  }

  /** Prepares {@code sql}, which may carry the entry into the tenant ahead of it. */
  static PreparedStatement prepare(TenantConnection connection, String sql, boolean batch)
      throws SQLException {
    Connection raw = connection.raw();
    int parameters = UncheckedText.check(raw, sql);
    if (batch) {
      PreparedStatement plain = raw.prepareStatement(sql);
      return TenantStatement.entered(connection, proxy(connection, plain, parameters, 0), true);
    }
    String followed = CleanExit.following(sql);
    if (connection.isEntered()) {
      PreparedStatement checked = raw.prepareStatement(followed);
      return TenantStatement.entered(connection, proxy(connection, checked, parameters, 0), true);
    }
    PreparedStatement checked = raw.prepareStatement(connection.entry().sql() + followed);
    int bound = TenantEntry.PARAMETERS + parameters;
    return TenantStatement.entering(connection, proxy(connection, checked, bound, 1), true);
  }

  private static PreparedStatement proxy(
      TenantConnection connection, PreparedStatement delegate, int parameters, int resultsAhead) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            UncheckedStatement.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            new UncheckedStatement(connection, delegate, parameters, resultsAhead));
  }

  @Override
  public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] args = arguments == null ? new Object[0] : arguments;
    return switch (method.getName()) {
      case "execute" -> execute();
      case "executeQuery" -> execute() ? delegate.getResultSet() : null;
      case "executeUpdate" -> execute() ? 0 : delegate.getUpdateCount();
      case "executeLargeUpdate" -> execute() ? 0L : delegate.getLargeUpdateCount();
      case "executeBatch", "executeLargeBatch" -> executeBatch(method, args);
      case "getMoreResults" -> hasMoreResults();
      case "getUpdateCount" -> done ? -1 : delegate.getUpdateCount();
      case "getLargeUpdateCount" -> done ? -1L : delegate.getLargeUpdateCount();
      case "getResultSet" -> done ? null : delegate.getResultSet();
      default -> TenantConnection.call(delegate, method, args);
    };
  }

  private boolean execute() throws SQLException {
    exit.bind(delegate, parameters);
    try {
      return delegate.execute();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private @Nullable Object executeBatch(Method method, Object[] args) throws Throwable {
    Object counts = TenantConnection.call(delegate, method, args);
    try {
      exit.check(connection.raw());
    } catch (SQLException e) {
      throw failure(e);
    }
    return counts;
  }

  /** The last result is that of the check, which is nobody's. */
  private boolean hasMoreResults() throws SQLException {
    done = resultsAhead == 0;
    resultsAhead--;
    return !done && delegate.getMoreResults();
  }

  private SQLException failure(SQLException e) {
    Optional<UncleanStatementException> unclean = CleanExit.leftBehind(e);
    if (unclean.isPresent()) {
      connection.giveUp();
      throw unclean.get();
    }
    return e;
  }
}
