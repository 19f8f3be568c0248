package dev.croft.session;

import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jooq.tools.jdbc.DefaultResultSet;
import org.jspecify.annotations.Nullable;

/** The rows of a tenant session's statement, without a way from them to the bare connection. */
final class TenantResultSet extends DefaultResultSet {
  TenantResultSet(ResultSet delegate, Statement statement) {
    super(delegate, statement);
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

  /** An array knows the connection too, and its own result set would show it. */
  private static @Nullable Object fenced(@Nullable Object value) {
    if (!(value instanceof Array array)) {
      return value;
    }
    return Proxy.newProxyInstance(
        TenantResultSet.class.getClassLoader(),
        new Class<?>[] {Array.class},
        (self, method, arguments) -> {
          if (method.getName().equals("getResultSet")) {
            throw new SQLException("an array of a tenant session is not read as a result set");
          }
          return TenantConnection.call(
              array, method, arguments == null ? new Object[0] : arguments);
        });
  }
}
