package dev.croft.session;

import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.PoisonedConnectionException;
import java.sql.SQLException;

/** Runs what enters a tenant: the first statement of a transaction, or the only one outside. */
final class Entering {
  private Entering() {}

  /** Something that runs as a whole or not at all. */
  interface Attempt {
    void run() throws SQLException;
  }

  /**
   * Runs {@code attempt}, and runs it once more where the server had forgotten or outdated what it
   * had prepared for it: the driver prepares anew. The failure undid the whole transaction, in
   * which nothing else had run.
   */
  static void run(TenantConnection connection, Attempt attempt) throws SQLException {
    try {
      runOrHealed(connection, attempt);
    } catch (SQLException e) {
      connection.failed(e);
      throw e;
    } catch (PoisonedConnectionException e) {
      connection.giveUp();
      throw e;
    }
  }

  private static void runOrHealed(TenantConnection connection, Attempt attempt)
      throws SQLException {
    try {
      attempt.run();
    } catch (SQLException e) {
      CleanProof.throwIfFailure(e);
      if (connection.isEntered() || !ExceptionTranslator.isOutdated(e)) {
        throw e;
      }
      connection.beginAgain();
      attempt.run();
    }
  }
}
