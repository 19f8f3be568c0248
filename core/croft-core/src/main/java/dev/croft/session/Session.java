package dev.croft.session;

import dev.croft.isolation.SessionConfigurations;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What the sessions of a tenant and of the system have in common: statements, and transactions.
 *
 * @param <S> the kind of session that a transaction hands to its work
 */
public abstract sealed class Session<S> permits TenantSession, SystemSession {
  private final DSLContext dsl;
  private final TransactionScope<S> scope;

  Session(Configuration configuration, TransactionScope<S> scope) {
    this.dsl = SessionConfigurations.dsl(configuration);
    this.scope = scope;
  }

  /** jOOQ's typed API on this session's connections. */
  public DSLContext dsl() {
    return dsl;
  }

  /** As {@link #transaction(TransactionOptions, TransactionWork)}, with default options. */
  public final <E extends Exception> void transaction(TransactionWork<S, E> work) throws E {
    transaction(TransactionOptions.defaults(), work);
  }

  /**
   * Runs {@code work} in a transaction: committed when it returns, rolled back when it throws, and
   * what it throws comes out as thrown. Inside a transaction this is a savepoint, and {@code
   * options} must be the defaults.
   *
   * @throws dev.croft.exception.OutcomeUnknownException when the connection is lost at COMMIT, be
   *     it that of an earlier run; how a later one failed is then suppressed
   */
  public final <E extends Exception> void transaction(
      TransactionOptions options, TransactionWork<S, E> work) throws E {
    this.<@Nullable Void, E>transactionResult(
        options,
        session -> {
          work.run(session);
          return null;
        });
  }

  /** As {@link #transactionResult(TransactionOptions, TransactionCallable)}, with defaults. */
  public final <T extends @Nullable Object, E extends Exception> T transactionResult(
      TransactionCallable<S, T, E> work) throws E {
    return transactionResult(TransactionOptions.defaults(), work);
  }

  /** As {@link #transaction(TransactionOptions, TransactionWork)}, for work that has a result. */
  public final <T extends @Nullable Object, E extends Exception> T transactionResult(
      TransactionOptions options, TransactionCallable<S, T, E> work) throws E {
    return scope.run(options, work);
  }
}
