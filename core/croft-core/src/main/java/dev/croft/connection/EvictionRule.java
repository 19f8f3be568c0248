package dev.croft.connection;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Keeps connections that HikariCP would drop without need: 0A000 says of other drivers that they
 * are of no use, of PostgreSQL only that a statement is not, such as one whose plan is outdated.
 */
final class EvictionRule implements SQLExceptionOverride {
  private static final String FEATURE_NOT_SUPPORTED = "0A000";

  @java.lang.Override
  public Override adjudicate(SQLException exception) {
    return FEATURE_NOT_SUPPORTED.equals(exception.getSQLState())
        ? Override.DO_NOT_EVICT
        : Override.CONTINUE_EVICT;
  }
}
