package dev.croft.session;

import org.jspecify.annotations.Nullable;

/** Where a session stands: outside every transaction, or inside one at some depth. */
interface TransactionScope<S> {
  /** Runs {@code work} in a transaction of its own, or nested in the one it stands in. */
  <T extends @Nullable Object, E extends Exception> T run(
      TransactionOptions options, TransactionCallable<S, T, E> work) throws E;
}
