package dev.croft.exception;

import java.sql.SQLException;
import java.util.List;

/** No connection could be had: nothing was run. */
public final class ConnectionUnavailableException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> holders;

  /**
   * For connections of {@code user}.
   *
   * @param maximum the most there are, or 0 where the application's own pool decides
   * @param holders who holds them, if that is known
   */
  public ConnectionUnavailableException(
      String user, int maximum, List<String> holders, SQLException cause) {
    super(
        "No connection to the database could be had",
        "%s, for role %s%s%s"
            .formatted(ServerError.of(cause).reason(), user, most(maximum), heldBy(holders)),
        "Check that the server is up and takes the credentials; end transactions sooner, or allow"
            + " more connections.",
        ServerError.of(cause).sanitized());
    this.holders = List.copyOf(holders);
  }

  private static String most(int maximum) {
    return maximum == 0 ? "" : " with at most %d connections".formatted(maximum);
  }

  private static String heldBy(List<String> holders) {
    return holders.isEmpty() ? "" : ", held by " + String.join(", ", holders);
  }

  /** The threads that hold the connections, where leak detection is on; else empty. */
  public List<String> holders() {
    return holders;
  }
}
