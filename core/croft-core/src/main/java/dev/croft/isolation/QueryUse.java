package dev.croft.isolation;

import dev.croft.exception.StatementRefusedException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which query objects are being run. A query of jOOQ's keeps in itself whose session it is attached
 * to, what it was rendered to, and what it read: run by two threads at once it could give one of
 * them the text, values or rows of the other.
 */
final class QueryUse {
  private static final Map<Identity, Thread> RUNNING = new ConcurrentHashMap<>();

  private QueryUse() {}

  /** Runs {@code query} by {@code work}, in no other thread meanwhile. */
  static <T extends @Nullable Object> T alone(Query query, Supplier<T> work) {
    boolean begun = begin(query);
    try {
      return work.get();
    } finally {
      if (begun) {
        end(query);
      }
    }
  }

  /**
   * Refuses a query that another thread is running.
   *
   * @return whether this thread was not running it already
   */
  static boolean begin(Query query) {
    Thread user = RUNNING.putIfAbsent(new Identity(query), Thread.currentThread());
    if (user != null && !user.equals(Thread.currentThread())) {
      throw new StatementRefusedException(
          "A query was refused",
          "another thread is running the same object",
          "Build a query for each use.");
    }
    return user == null;
  }

  static void end(Query query) {
    RUNNING.remove(new Identity(query));
  }

  /** Equal only to the same object: queries are equal when their text is. */
  private record Identity(Query query) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      return other instanceof Identity same && same.query == query;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(query);
    }
  }
}
