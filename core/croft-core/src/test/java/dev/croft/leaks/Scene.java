package dev.croft.leaks;

import org.jspecify.annotations.Nullable;

/**
 * Something that an application does with canaries in its hands.
 *
 * @param failure what comes out of it; null where it succeeds
 */
record Scene(String name, @Nullable Class<? extends Throwable> failure, Action action) {

  /** What is done. */
  interface Action {
    @Nullable Object run() throws Exception;
  }

  static Scene succeeds(String name, Action action) {
    return new Scene(name, null, action);
  }

  static Scene fails(String name, Class<? extends Throwable> failure, Action action) {
    return new Scene(name, failure, action);
  }
}
