package dev.croft.lint;

import java.sql.SQLException;

/** A rule could not be asked of the database. */
public final class CatalogueUnreadableException extends LintException {
  private static final long serialVersionUID = 1L;

  CatalogueUnreadableException(SQLException cause) {
    super(
        "The catalogue was not read",
        "SQLSTATE %s, %s".formatted(cause.getSQLState(), cause.getMessage()),
        "Connect as the owner of the tables, and see the log of the server.",
        cause);
  }
}
