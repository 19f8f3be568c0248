package dev.croft.session;

import org.jspecify.annotations.Nullable;

/**
 * What runs in a transaction and has a result.
 *
 * @param <S> the session that the work uses; it ends with the transaction
 * @param <T> the result
 * @param <E> what the work throws, which rolls the transaction back and comes out as thrown
 */
@FunctionalInterface
public interface TransactionCallable<S, T extends @Nullable Object, E extends Exception> {
  /** Does the work with {@code session}. */
  T call(S session) throws E;
}
