package dev.croft.exception;

import java.sql.SQLException;

/** No connection could be had: nothing was run. */
public final class ConnectionUnavailableException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  /** For connections of {@code user}, of which there are at most {@code maximum}. */
  public ConnectionUnavailableException(String user, int maximum, SQLException cause) {
    super(
        "No connection to the database could be had",
        "%s, for role %s with at most %d connections"
            .formatted(ServerError.of(cause).reason(), user, maximum),
        "Check that the server is up and takes the credentials; end transactions sooner, or allow"
            + " more connections.",
        ServerError.of(cause).sanitized());
  }
}
