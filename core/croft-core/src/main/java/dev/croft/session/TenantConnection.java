package dev.croft.session;

import dev.croft.exception.SessionException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.isolation.FencedConnection;
import dev.croft.isolation.StatementPermit;
import dev.croft.isolation.TenantId;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What jOOQ sees of a connection in a tenant session: it prepares statements that went through the
 * fence, and does nothing else. The first statement of a transaction, which outside one is every
 * statement, carries the entry into the tenant with it, in the same round trip.
 */
final class TenantConnection implements InvocationHandler, FencedConnection {
  private static final Set<String> HARMLESS =
      Set.of(
          "getAutoCommit",
          "getWarnings",
          "clearWarnings",
          "isClosed",
          "isValid",
          "hashCode",
          "toString");

  private final Connection raw;
  private final TenantEntry entry;
  private final boolean inTransaction;
  private final Connection proxy;
  private @Nullable StatementPermit permit;
  private boolean entered;
  private boolean suspect;
  private boolean givenUp;

  TenantConnection(Connection raw, TenantEntry entry, boolean inTransaction) {
    this.raw = raw;
    this.entry = entry;
    this.inTransaction = inTransaction;
    this.proxy =
        (Connection)
            Proxy.newProxyInstance(
                TenantConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
  }

  Connection proxy() {
    return proxy;
  }

  TenantEntry entry() {
    return entry;
  }

  Connection raw() {
    return raw;
  }

  boolean inTransaction() {
    return inTransaction;
  }

  /** After a failure that may be due to what an earlier use left on the connection. */
  void suspect() {
    suspect = true;
  }

  boolean isSuspect() {
    return suspect;
  }

  /** After a statement that left something behind: whatever it looks like now, it is closed. */
  void giveUp() {
    givenUp = true;
  }

  boolean isGivenUp() {
    return givenUp;
  }

  boolean isEntered() {
    return entered;
  }

  void entered() {
    entered = inTransaction;
  }

  /** Enters the tenant now, where the next statement could not carry the entry. */
  void enterNow() throws SQLException {
    if (!entered) {
      entry.enter(raw);
      entered();
    }
  }

  @Override
  public void permit(StatementPermit newPermit) {
    permit = newPermit;
  }

  @Override
  public TenantId tenant() {
    return entry.tenant();
  }

  @Override
  public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] args = arguments == null ? new Object[0] : arguments;
    return switch (method.getName()) {
      case "prepareStatement" -> prepare((String) args[0]);
      case "unwrap" -> unwrap((Class<?>) args[0]);
      case "isWrapperFor" -> FencedConnection.class.equals(args[0]);
      case "equals" -> isSame(self, args[0]);
      default -> {
        if (!HARMLESS.contains(method.getName())) {
          throw refused(method.getName());
        }
        yield call(raw, method, args);
      }
    };
  }

  static @Nullable Object call(Object target, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** A proxy is equal to itself only; its own equals would come back here. */
  @SuppressWarnings("ReferenceEquality")
  static boolean isSame(Object self, Object other) {
    return self == other;
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    StatementPermit granted = permit;
    permit = null;
    if (granted == null || !granted.sql().equals(sql)) {
      throw refused("prepareStatement");
    }
    if (granted.unchecked()) {
      return UncheckedStatement.prepare(this, sql, granted.batch());
    }
    if (granted.batch()) {
      return TenantStatement.entered(this, raw.prepareStatement(sql));
    }
    return entered
        ? TenantStatement.entered(this, raw.prepareStatement(sql))
        : TenantStatement.entering(this, raw.prepareStatement(TenantEntry.SQL + sql));
  }

  private Object unwrap(Class<?> type) {
    if (!FencedConnection.class.equals(type)) {
      throw new SessionException(
          "The connection of a tenant session was not unwrapped",
          "it would no longer be fenced",
          "Use the session's dsl().");
    }
    return this;
  }

  private static StatementRefusedException refused(String method) {
    return new StatementRefusedException(
        "Connection.%s was refused in a tenant session".formatted(method),
        "only statements that jOOQ rendered for the session run on its connection",
        "Use the session's dsl(), and its transaction(…) for transactions.");
  }
}
