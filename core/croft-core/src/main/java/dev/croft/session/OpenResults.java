package dev.croft.session;

import dev.croft.connection.ConnectionPool;
import dev.croft.exception.ConnectionUnavailableException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Results outside transactions whose connections have not come back. A cursor that nobody closes
 * would keep its connection for ever, so it loses it once others wait in vain.
 */
final class OpenResults {
  private static final Logger LOG = LoggerFactory.getLogger(OpenResults.class);

  private final ConnectionPool pool;
  private final Duration patience;
  private final Set<TenantConnection> open = ConcurrentHashMap.newKeySet();

  /** Results give way that were not read on for as long as {@code pool} lets others wait. */
  OpenResults(ConnectionPool pool) {
    this.pool = pool;
    this.patience = pool.connectionTimeout();
  }

  void opened(TenantConnection connection) {
    open.add(connection);
  }

  /** Whether the connection is still the result's, and not taken back. */
  boolean closed(TenantConnection connection) {
    return open.remove(connection);
  }

  /** Takes a connection, if need be one that an abandoned result has. */
  <T> T makingRoom(Supplier<T> taking) {
    try {
      return taking.get();
    } catch (ConnectionUnavailableException e) {
      if (takeBack() == 0) {
        throw e;
      }
      return taking.get();
    }
  }

  private long takeBack() {
    long count = open.stream().filter(this::isTakenBack).count();
    if (count > 0) {
      LOG.warn(
          "{} connections were taken back from cursors or streams that were neither read nor closed"
              + " for {}. Close them, or read them in transaction(…).",
          count,
          patience);
    }
    return count;
  }

  private boolean isTakenBack(TenantConnection connection) {
    boolean taken = connection.reading().isIdleFor(patience) && open.remove(connection);
    if (taken) {
      pool.evict(connection.raw());
    }
    return taken;
  }
}
