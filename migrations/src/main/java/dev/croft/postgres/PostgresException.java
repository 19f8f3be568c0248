package dev.croft.postgres;

import org.jspecify.annotations.Nullable;

/**
 * A server or one of its databases could not do what was asked. The message names the problem, the
 * facts, and what to do next; it never holds a password.
 */
public class PostgresException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PostgresException(String problem, String facts, String advice, @Nullable Throwable cause) {
    super("%s: %s. %s".formatted(problem, facts, advice), cause);
  }
}
