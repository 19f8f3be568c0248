package dev.croft.session;

import dev.croft.exception.SessionException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which threads are inside a transaction. A thread that is can use no session but the one its work
 * was given: another tenant's statement would run outside the transaction and look as if inside.
 */
final class OpenTransactions {
  private final Map<Thread, Transaction> byThread = new ConcurrentHashMap<>();

  /** Refuses a statement or transaction of another session. */
  void checkNone() {
    if (byThread.containsKey(Thread.currentThread())) {
      throw new SessionException(
          "A session was used inside the transaction of another",
          "this thread is running a transaction that the statement would not be part of",
          "Use the session that the transaction's work was given.");
    }
  }

  void opened(Transaction transaction) {
    byThread.put(Thread.currentThread(), transaction);
  }

  void closed() {
    byThread.remove(Thread.currentThread());
  }
}
