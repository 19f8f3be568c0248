package dev.croft.postgres;

import org.jspecify.annotations.Nullable;

/** No PostgreSQL server could be started or reached. */
public final class ServerUnavailableException extends PostgresException {
  private static final long serialVersionUID = 1L;

  ServerUnavailableException(
      String problem, String facts, String advice, @Nullable Throwable cause) {
    super(problem, facts, advice, cause);
  }
}
