package dev.croft.cli;

import java.sql.SQLException;

/** A database cannot be connected to. */
final class UnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreachableException(SQLException cause) {
    super(
        "The database cannot be reached: %s. See that the server runs, and that the login may"
                .formatted(String.valueOf(cause.getMessage()).replaceFirst("\\.$", ""))
            + " connect.",
        cause);
  }
}
