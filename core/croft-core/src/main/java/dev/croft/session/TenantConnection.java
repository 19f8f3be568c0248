package dev.croft.session;

import dev.croft.exception.ExceptionTranslator;
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
  private final @Nullable Transaction transaction;
  private final Runnable afterWrite;
  private final Connection proxy;
  private final Reading reading = new Reading();
  private @Nullable StatementPermit permit;
  private boolean entered;
  private boolean suspect;
  private boolean givenUp;

  /** For all statements of a transaction that the caller ends. */
  TenantConnection(Connection raw, TenantEntry entry, boolean inTransaction) {
    this(raw, entry, inTransaction, null, () -> {});
  }

  /** For one statement outside of transactions. */
  TenantConnection(Connection raw, TenantEntry entry, Runnable afterWrite) {
    this(raw, entry, false, null, afterWrite);
  }

  /** For all statements of {@code transaction}. */
  TenantConnection(Transaction transaction, TenantEntry entry, Runnable afterWrite) {
    this(transaction.connection(), entry, true, transaction, afterWrite);
  }

  private TenantConnection(
      Connection raw,
      TenantEntry entry,
      boolean inTransaction,
      @Nullable Transaction transaction,
      Runnable afterWrite) {
    this.raw = raw;
    this.entry = entry;
    this.inTransaction = inTransaction;
    this.transaction = transaction;
    this.afterWrite = afterWrite;
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

  Reading reading() {
    return reading;
  }

  boolean inTransaction() {
    return inTransaction;
  }

  /**
   * After a statement failed: the connection is asked whether it is clean before it is used again,
   * unless the failure was about rows and has nothing to do with the connection.
   */
  void failed(SQLException failure) {
    suspect |= !ExceptionTranslator.isAboutRows(failure);
    if (suspect && transaction != null) {
      transaction.suspect();
    }
  }

  /** After a statement that may have written, whether it failed or not. */
  void wrote() {
    if (transaction == null) {
      afterWrite.run();
    } else {
      transaction.afterEnd(afterWrite);
    }
  }

  boolean isSuspect() {
    return suspect;
  }

  /** After it was found unclean: whatever it looks like now, it is closed. */
  void giveUp() {
    givenUp = true;
    if (transaction != null) {
      transaction.giveUp();
    }
  }

  boolean isGivenUp() {
    return givenUp;
  }

  boolean isEntered() {
    return entered;
  }

  void entered() {
    entered = inTransaction();
  }

  /** Enters the tenant now, where the next statement could not carry the entry. */
  void enterNow() throws SQLException {
    if (!entered) {
      Entering.run(this, () -> entry.enter(raw));
      entered();
    }
  }

  /** Begins again a transaction in which nothing has run, that of a batch included. */
  void beginAgain() throws SQLException {
    if (transaction != null) {
      transaction.beginAgain();
    } else if (!raw.getAutoCommit()) {
      raw.rollback();
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
      return TenantStatement.entered(this, raw.prepareStatement(sql), granted.writing());
    }
    return entered
        ? TenantStatement.entered(this, raw.prepareStatement(sql), granted.writing())
        : TenantStatement.entering(
            this, raw.prepareStatement(entry.sql() + sql), granted.writing());
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
