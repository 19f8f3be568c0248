package dev.croft.migrations;

import org.jspecify.annotations.Nullable;

/**
 * A migration was refused or failed. The message names the problem, the facts, and what to do next;
 * it never holds a password, nor the rows that broke a constraint.
 */
public class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MigrationException(String problem, String facts, String advice, @Nullable Throwable cause) {
    super("%s: %s. %s".formatted(problem, facts, advice), cause);
  }
}
