package dev.croft.session;

/**
 * What runs in a transaction.
 *
 * @param <S> the session that the work uses; it ends with the transaction
 * @param <E> what the work throws, which rolls the transaction back and comes out as thrown
 */
@FunctionalInterface
public interface TransactionWork<S, E extends Exception> {
  /** Does the work with {@code session}. */
  void run(S session) throws E;
}
