package dev.croft.session;

import dev.croft.isolation.StrictResultSet;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a tenant session's statement, without a way from them to the bare connection. */
final class TenantResultSet extends StrictResultSet {
  private final Statement statement;

  TenantResultSet(ResultSet delegate, Statement statement) {
    super(delegate, statement);
    this.statement = statement;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("a result set of a tenant session is not unwrapped");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }

  @Override
  public @Nullable Array getArray(int column) throws SQLException {
    return (Array) fenced(super.getArray(column));
  }

  @Override
  public @Nullable Array getArray(String column) throws SQLException {
    return (Array) fenced(super.getArray(column));
  }

  @Override
  public @Nullable Object getObject(int column) throws SQLException {
    return fenced(super.getObject(column));
  }

  @Override
  public @Nullable Object getObject(String column) throws SQLException {
    return fenced(super.getObject(column));
  }

  @Override
  public <T> @Nullable T getObject(int column, Class<T> type) throws SQLException {
    return type.cast(fenced(super.getObject(column, type)));
  }

  @Override
  public <T> @Nullable T getObject(String column, Class<T> type) throws SQLException {
    return type.cast(fenced(super.getObject(column, type)));
  }

  @Override
  public @Nullable Object getObject(int column, Map<String, Class<?>> types) throws SQLException {
    return fenced(super.getObject(column, types));
  }

  @Override
  public @Nullable Object getObject(String column, Map<String, Class<?>> types)
      throws SQLException {
    return fenced(super.getObject(column, types));
  }

  /** An array knows the connection too, and so does its own result set. */
  private @Nullable Object fenced(@Nullable Object value) {
    if (!(value instanceof Array array)) {
      return value;
    }
    return Proxy.newProxyInstance(
        TenantResultSet.class.getClassLoader(),
        new Class<?>[] {Array.class},
        (self, method, arguments) -> {
          Object[] args = arguments == null ? new Object[0] : arguments;
          Object result = TenantConnection.call(array, method, args);
          return result instanceof ResultSet rows ? new TenantResultSet(rows, statement) : result;
        });
  }
}
