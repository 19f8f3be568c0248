package dev.croft.session;

import java.util.Locale;

/** What goes wrong in a unit of work, or is done to it from outside. */
enum SoakFault {
  NONE,
  EXCEPTION_IN_WORK,
  DUPLICATE_KEY,
  STATEMENT_TIMEOUT,
  BROKEN_NESTED_TRANSACTION,
  SAVEPOINT_ROLLBACK,
  HIDDEN_FAILURE,
  ABANDONED_CURSOR,
  INTERRUPTED_THREAD,
  SESSION_KEPT,
  CANCELLED_BACK_END,
  KILLED_BACK_END;

  String figure() {
    return "soak: faults injected, " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Where a connection that is lost leaves nothing behind. */
  boolean isInTransaction() {
    return switch (this) {
      case NONE, DUPLICATE_KEY, INTERRUPTED_THREAD, CANCELLED_BACK_END, KILLED_BACK_END -> false;
      default -> true;
    };
  }
}
