package dev.croft.session;

import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.StatementRefusedException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement of a tenant session. Where it carries the entry into the tenant, that comes
 * first in the text: the caller's bind variables are shifted behind its own, and its result is
 * checked and consumed before the caller sees the next.
 */
final class TenantStatement implements InvocationHandler {
  private final TenantConnection connection;
  private final PreparedStatement delegate;
  private final boolean entering;
  private final boolean writing;

  private TenantStatement(
      TenantConnection connection, PreparedStatement delegate, boolean entering, boolean writing) {
    this.connection = connection;
    this.delegate = delegate;
    this.entering = entering;
    this.writing = writing;
  }

  static PreparedStatement entering(
      TenantConnection connection, PreparedStatement delegate, boolean writing) {
    return proxy(new TenantStatement(connection, delegate, true, writing));
  }

  static PreparedStatement entered(
      TenantConnection connection, PreparedStatement delegate, boolean writing) {
    return proxy(new TenantStatement(connection, delegate, false, writing));
  }

  private static PreparedStatement proxy(TenantStatement statement) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            TenantStatement.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            statement);
  }

  @Override
  public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] args = arguments == null ? new Object[0] : arguments;
    try {
      return invokeFenced(self, method, args);
    } finally {
      if (writing && method.getName().startsWith("execute")) {
        connection.wrote();
      }
    }
  }

  private @Nullable Object invokeFenced(Object self, Method method, Object[] args)
      throws Throwable {
    return switch (method.getName()) {
      case "getConnection" -> connection.proxy();
      case "equals" -> TenantConnection.isSame(self, args[0]);
      case "toString" -> toString();
      case "unwrap" -> throw new SQLException("a statement of a tenant session is not unwrapped");
      case "isWrapperFor" -> false;
      case "setFetchSize" -> setFetchSize(method, args);
      case "addBatch" -> addBatch(method, args);
      case "executeBatch", "executeLargeBatch" -> executeBatch(method, args);
      default ->
          fenced(self, entering ? invokeEntering(method, args) : invokeDelegate(method, args));
    };
  }

  /** The driver's statement shows what is bound to it. */
  @Override
  public String toString() {
    return "a statement of a tenant session";
  }

  private @Nullable Object fenced(Object self, @Nullable Object result) {
    return result instanceof ResultSet rows
        ? new TenantResultSet(rows, (Statement) self, connection.reading())
        : result;
  }

  private @Nullable Object invokeDelegate(Method method, Object[] args) throws Throwable {
    connection.reading().begin();
    try {
      return TenantConnection.call(delegate, method, args);
    } catch (SQLException e) {
      connection.failed(e);
      throw e;
    } finally {
      connection.reading().touch();
    }
  }

  private @Nullable Object invokeEntering(Method method, Object[] args) throws Throwable {
    return switch (method.getName()) {
      case "execute" -> execute();
      case "executeQuery" -> execute() ? delegate.getResultSet() : null;
      case "executeUpdate" -> execute() ? 0 : delegate.getUpdateCount();
      case "executeLargeUpdate" -> execute() ? 0L : delegate.getLargeUpdateCount();
      default -> bind(method, args);
    };
  }

  /** Outside a transaction the driver reads all rows at once, whatever the fetch size. */
  private @Nullable Object setFetchSize(Method method, Object[] args) throws Throwable {
    if (!connection.inTransaction() && !args[0].equals(0)) {
      throw new StatementRefusedException(
          "A fetch size was refused outside a transaction",
          "the driver would read all rows at once",
          "Stream in transaction(…), or leave the fetch size out.");
    }
    return invokeDelegate(method, args);
  }

  /** Whether the caller's statement has a result set, which is then the current result. */
  private boolean execute() throws SQLException {
    connection.reading().begin();
    try {
      Entering.run(connection, this::enterAndExecute);
      return delegate.getMoreResults();
    } finally {
      connection.reading().touch();
    }
  }

  /** The text carries the entry even where another statement was first. */
  private void enterAndExecute() throws SQLException {
    connection.entry().bind(delegate, connection.isEntered());
    delegate.execute();
    TenantEntry.skip(delegate);
    connection.entered();
  }

  private @Nullable Object bind(Method method, Object[] args) throws Throwable {
    boolean binds =
        method.getName().startsWith("set") && args.length > 1 && args[0] instanceof Integer;
    if (!binds) {
      return invokeDelegate(method, args);
    }
    ParameterTypes.keepInOneRoundTrip(delegate, method.getName(), args[1]);
    Object[] shifted = args.clone();
    shifted[0] = (Integer) args[0] + TenantEntry.PARAMETERS;
    return invokeDelegate(method, shifted);
  }

  private @Nullable Object addBatch(Method method, Object[] args) throws Throwable {
    if (entering || args.length > 0) {
      throw new StatementRefusedException(
          "A statement was refused in a batch",
          "it was not prepared for one",
          "Use dsl().batch(query).bind(…), or batchInsert and its like for records.");
    }
    return invokeDelegate(method, args);
  }

  /** pgjdbc batches no statement of two parts, so the entry goes ahead, in one transaction. */
  private @Nullable Object executeBatch(Method method, Object[] args) throws Throwable {
    if (connection.inTransaction()) {
      connection.enterNow();
      return invokeDelegate(method, args);
    }
    return inTransactionOfItsOwn(method, args);
  }

  private @Nullable Object inTransactionOfItsOwn(Method method, Object[] args) throws Throwable {
    Connection raw = connection.raw();
    raw.setAutoCommit(false);
    try {
      connection.enterNow();
      Object counts = invokeDelegate(method, args);
      raw.commit();
      raw.setAutoCommit(true);
      return counts;
    } catch (Throwable e) {
      undo(raw, e);
      throw e;
    }
  }

  /** What made the batch fail is the error that matters. */
  private static void undo(Connection raw, Throwable failure) {
    try {
      raw.rollback();
      raw.setAutoCommit(true);
    } catch (SQLException e) {
      failure.addSuppressed(ExceptionTranslator.translate(e));
    }
  }
}
