package dev.croft.testkit.contract;

import dev.croft.session.TenantSession;
import dev.croft.session.TransactionCallable;
import java.util.ArrayList;
import java.util.List;

/** Ends a transaction that was only a try. */
final class Undone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Undone() {
    super("what was tried is rolled back", null, false, false);
  }

  /** What {@code work} returns in a transaction that is rolled back. */
  static <T, E extends Exception> T in(
      TenantSession session, TransactionCallable<TenantSession, T, E> work) throws E {
    List<T> results = new ArrayList<>();
    try {
      session.transaction(
          tx -> {
            results.add(work.call(tx));
            throw new Undone();
          });
    } catch (Undone e) {
      return results.getFirst();
    }
    throw new IllegalStateException("a transaction that threw was committed");
  }
}
