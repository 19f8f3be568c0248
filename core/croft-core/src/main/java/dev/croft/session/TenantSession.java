package dev.croft.session;

import static java.util.Objects.requireNonNull;

import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.SessionException;
import dev.croft.isolation.SessionConfigurations;
import dev.croft.isolation.StatementObservers;
import dev.croft.isolation.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The door to the rows of one tenant.
 *
 * <p>Every statement of {@link #dsl()} holds the tenant's predicate for every table it names, and
 * runs with the tenant's id where PostgreSQL's row-level security reads it. Outside a transaction a
 * statement is one network round trip. A session is cheap and holds no connection; one made by
 * {@code Croft.tenant} may be used by any thread, one that a transaction hands to its work only by
 * that work.
 */
public final class TenantSession extends Session<TenantSession> {
  private final TenantId tenant;
  private final ConnectionProvider connections;
  private final ActingScope scope;

  private TenantSession(TenantId tenant, ConnectionProvider connections, ActingScope scope) {
    super(SessionConfigurations.tenant(tenant, connections, scope.observers()), scope);
    this.tenant = tenant;
    this.connections = connections;
    this.scope = scope;
  }

  static TenantSession open(Sessions sessions, TenantId tenant) {
    return Outside.of(sessions, tenant).session();
  }

  /** The session of {@code tenant} in a transaction that was begun on these sessions' pool. */
  static TenantSession inside(Sessions sessions, TenantId tenant, Transaction transaction) {
    return Outside.of(sessions, tenant).inside(transaction);
  }

  /** The tenant whose rows this session reads and writes. */
  public TenantId tenant() {
    return tenant;
  }

  /** Who acts here, as the audit log names them: the database's login, if nobody was named. */
  public Actor actor() {
    return scope.actor();
  }

  /**
   * The same session, of which {@code actor} is recorded for what is written to the audit log. It
   * gives them no rights and checks none.
   */
  public TenantSession as(Actor actor) {
    return scope.as(requireNonNull(actor, "actor"));
  }

  /**
   * The same session, for reads that a replica may answer: statements and transactions are run on
   * the reader's connections, fenced as ever, and the server refuses to write, by {@link
   * dev.croft.exception.ReadOnlyException}, even where it is no replica.
   *
   * <p>What this Croft has written to the tenant, in this or any other session, is seen. After a
   * write the servers are asked, in a network round trip to each, whether the replica has it; as
   * long as it has not, the session reads on the primary, with the runtime login. Writes of other
   * processes are not known here, and are seen once the replica has them. Where the replica is
   * reached through a pooler in transaction mode, tenants are read on the primary from their first
   * write on.
   *
   * <p>A replica cancels a read that holds up what it replays: {@link
   * dev.croft.exception.SerializationFailureException}, which {@link TransactionOptions#retries}
   * cover. It knows no serializable transactions.
   *
   * @throws dev.croft.connection.ConfigurationException when no reader is configured
   * @throws SessionException inside a transaction, which stays where it was begun
   */
  public TenantSession reader() {
    return scope.reader(false);
  }

  /**
   * As {@link #reader()}, but always on the replica, however far it is behind: writes of this Croft
   * may be missing as well.
   */
  public TenantSession readerAllowingStale() {
    return scope.reader(true);
  }

  /**
   * jOOQ's typed API, fenced into this tenant. SELECT, INSERT, UPDATE and DELETE on generated
   * tables run; all else throws {@link dev.croft.exception.StatementRefusedException} before it
   * reaches the database.
   */
  @Override
  public DSLContext dsl() {
    return super.dsl();
  }

  /**
   * jOOQ for plain SQL that somebody has reviewed, on connections that enter this tenant as those
   * of {@link #dsl()} do, in the same round trip. The statement and {@code reason} are logged by
   * {@code dev.croft.unchecked} at INFO, without the values that are bound.
   *
   * <p>What the typed API says is fenced as ever. Of plain SQL only row-level security holds: rows
   * of other tenants are neither seen nor written; an INSERT names its tenant itself, as {@code
   * croft.current_tenant()}. A statement is refused before it is sent unless the driver reads
   * exactly one in the text, about rows: no transaction control, SET, LOCK, COPY, DO, CALL or DDL.
   * If it leaves its tenant, its role, a setting, a temporary table or a session's advisory lock
   * changed, {@link dev.croft.exception.UncleanStatementException} is thrown, the statement is
   * undone and the connection closed.
   *
   * <p>Row-level security cannot hold SQL that sets {@code app.tenant_id} itself and puts it back
   * within one statement, nor what a SECURITY DEFINER function does with its owner's rights. Never
   * put text from outside into the SQL: bind it.
   *
   * @param reason why the typed API does not do, for those who search the code and the log
   * @throws IllegalArgumentException when {@code reason} is blank
   */
  public DSLContext unchecked(String reason) {
    requireNonNull(reason, "reason");
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "An unchecked session needs a reason: say why jOOQ's typed API does not do");
    }
    return SessionConfigurations.dsl(
        SessionConfigurations.unchecked(tenant, connections, scope.observers(), reason));
  }

  @Override
  public String toString() {
    return "TenantSession[%s]".formatted(tenant);
  }

  /** Where a session stands, and who acts there. */
  private sealed interface ActingScope extends TransactionScope<TenantSession> {
    Actor actor();

    StatementObservers observers();

    TenantSession as(Actor newActor);

    TenantSession reader(boolean stale);
  }

  private record Outside(Sessions sessions, Route route, Actor actor) implements ActingScope {
    static Outside of(Sessions sessions, TenantId tenant) {
      Actor login = Actor.login(sessions.pool().user());
      return new Outside(sessions, sessions.route(tenant), login);
    }

    TenantSession session() {
      TenantConnections connections = new TenantConnections(sessions.open(), route);
      return new TenantSession(tenant(), connections, this);
    }

    private TenantId tenant() {
      return route.entry().tenant();
    }

    @Override
    public TenantSession reader(boolean stale) {
      return new Outside(sessions, sessions.readerRoute(tenant(), stale), actor).session();
    }

    @Override
    public StatementObservers observers() {
      return sessions.observers();
    }

    @Override
    public TenantSession as(Actor newActor) {
      return new Outside(sessions, route, newActor).session();
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T run(
        TransactionOptions options, TransactionCallable<TenantSession, T, E> work) throws E {
      return route.transactions().run(route.bounded(options), this::inside, work);
    }

    private TenantSession inside(Transaction transaction) {
      TenantConnection connection = route.inside(transaction);
      return new Inside(transaction, connection, observers(), 0, actor).session();
    }
  }

  private record Inside(
      Transaction transaction,
      TenantConnection connection,
      StatementObservers observers,
      int depth,
      Actor actor)
      implements ActingScope, ConnectionProvider {

    TenantSession session() {
      return new TenantSession(connection.entry().tenant(), this, this);
    }

    @Override
    public TenantSession reader(boolean stale) {
      throw new SessionException(
          "A reader session was not made",
          "a transaction stays on the server where it was begun",
          "Begin it from croft.tenant(id).reader().");
    }

    @Override
    public TenantSession as(Actor newActor) {
      return new Inside(transaction, connection, observers, depth, newActor).session();
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T run(
        TransactionOptions options, TransactionCallable<TenantSession, T, E> work) throws E {
      transaction.checkUse(depth);
      Transactions.checkNestedOptions(options);
      enterBeforeSavepoint();
      return Transactions.nested(transaction, this::nested, work);
    }

    /** A rollback to a savepoint takes back an entry that was made after it. */
    private void enterBeforeSavepoint() {
      try {
        connection.enterNow();
      } catch (SQLException e) {
        throw ExceptionTranslator.translate(e, connection.raw());
      }
    }

    private TenantSession nested(Transaction same) {
      return new Inside(same, connection, observers, depth + 1, actor).session();
    }

    @Override
    public Connection acquire() {
      transaction.checkUse(depth);
      return connection.proxy();
    }

    @Override
    public void release(Connection released) {}
  }
}
