package dev.croft.connection;

import dev.croft.exception.SessionException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.postgresql.core.BaseConnection;

/** The connections that work is running on, and who runs it. */
final class ConnectionsInUse {
  /** How long cancelled work has to give its connection back. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final String user;
  private final Duration patience;
  private final Map<Connection, Holder> holders = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition returned = lock.newCondition();
  private volatile boolean closed;

  ConnectionsInUse(String user, Duration patience) {
    this.user = user;
    this.patience = patience;
  }

  void checkOpen() {
    if (closed) {
      throw new SessionException(
          "No connection was taken",
          "the pool of role %s is closed".formatted(user),
          "Open Croft again, and close it when no work is left.");
    }
  }

  /** Notes that the calling thread holds {@code connection}, unless the pool was closed. */
  Connection taken(Connection connection) throws SQLException {
    holders.put(connection, new Holder(Thread.currentThread(), System.nanoTime()));
    if (closed && holders.remove(connection) != null) {
      connection.close();
      checkOpen();
    }
    return connection;
  }

  void returned(Connection connection) {
    holders.remove(connection);
    if (closed) {
      wakeWhoeverCloses();
    }
  }

  private void wakeWhoeverCloses() {
    lock.lock();
    try {
      returned.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The threads that hold a connection, and for how long, those first that held it longest. */
  List<String> holders() {
    return holders.values().stream()
        .sorted(Comparator.comparingLong(Holder::since))
        .map(Holder::text)
        .toList();
  }

  private record Holder(Thread thread, long since) {
    String text() {
      long seconds = Duration.ofNanos(System.nanoTime() - since).toSeconds();
      String name = thread.getName().isEmpty() ? "#" + thread.threadId() : thread.getName();
      return "thread %s for %d s".formatted(name, seconds);
    }
  }

  /** Waits for what is running, cancels what goes on, and gives the rest to {@code evict}. */
  void close(Consumer<Connection> evict) {
    closed = true;
    holders.keySet().removeIf(ConnectionsInUse::isClosed);
    if (!isIdleWithin(patience)) {
      holders.keySet().forEach(ConnectionsInUse::cancel);
      if (!isIdleWithin(GRACE)) {
        holders.keySet().forEach(evict);
        holders.clear();
      }
    }
  }

  /** Whether somebody closed it without giving it back. */
  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  private static void cancel(Connection connection) {
    try {
      connection.unwrap(BaseConnection.class).cancelQuery();
    } catch (SQLException e) {
      // What cannot be cancelled is closed.
    }
  }

  private boolean isIdleWithin(Duration limit) {
    long left = limit.toNanos();
    lock.lock();
    try {
      while (!holders.isEmpty() && left > 0) {
        left = returned.awaitNanos(left);
      }
      return holders.isEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return holders.isEmpty();
    } finally {
      lock.unlock();
    }
  }
}
