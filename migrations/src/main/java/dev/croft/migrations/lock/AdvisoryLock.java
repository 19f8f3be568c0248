package dev.croft.migrations.lock;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to migrate a database, held by one session at a time.
 *
 * <p>PostgreSQL keeps the lock, by database and session, and releases it when the session ends: no
 * state is kept here, and a killed process leaves none behind. The session that holds the lock must
 * be the one that makes the changes, so that neither outlives the other.
 */
public final class AdvisoryLock {
  private static final Logger log = LoggerFactory.getLogger(AdvisoryLock.class);

  private static final int CLASS = 99;
  // With the class, the letters of "croft". PostgreSQL tells databases apart by itself.
  private static final Key OF_DATABASE =
      new Key("(99::bigint << 32 | 1919903348)", 1_919_903_348L, 1);

  private static final String HOLDER =
      """
      select pg_catalog.concat('server process ', l.pid, (
          select pg_catalog.concat(', ', nullif(a.application_name, ''), ', since ',
            pg_catalog.date_trunc('second', a.backend_start))
          from pg_catalog.pg_stat_activity a where a.pid = l.pid and a.backend_start is not null))
      from\s""";

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private final Connection connection;
  private final Key key;

  /** A lock as the functions take it, and as {@code pg_locks} shows it. */
  private record Key(String argument, long object, int form) {
    String lock() {
      return """
          pg_catalog.pg_locks l
          where l.locktype = 'advisory' and l.classid = 99 and l.objid = %s and l.objsubid = %s
            and l.granted and l.database = (
              select d.oid from pg_catalog.pg_database d
              where d.datname = pg_catalog.current_database())
          """
          .formatted(object, form);
    }
  }

  /**
   * The right to migrate the whole database.
   *
   * @param connection the session that will hold the lock; without uncommitted work
   */
  public AdvisoryLock(Connection connection) {
    this(connection, OF_DATABASE);
  }

  private AdvisoryLock(Connection connection, Key key) {
    this.connection = requireNonNull(connection, "connection");
    this.key = key;
  }

  /**
   * The right to migrate one schema. Two schemas may, rarely, have one lock.
   *
   * @param connection the session that will hold the lock; without uncommitted work
   */
  public static AdvisoryLock ofSchema(Connection connection, String schema) {
    int hash = schema.hashCode();
    Key key = new Key("(%s, %s)".formatted(CLASS, hash), Integer.toUnsignedLong(hash), 2);
    return new AdvisoryLock(connection, key);
  }

  /**
   * Waits until this session holds the lock.
   *
   * <p>It asks again and again instead of blocking in the server: a blocked statement holds a
   * snapshot, and the holder's CREATE INDEX CONCURRENTLY would wait for that snapshot to go.
   *
   * @throws LockTimeoutException if another session still holds it after {@code patience}
   */
  public void acquire(Duration patience)
      throws SQLException, InterruptedException, LockTimeoutException {
    endSessionWithProcess();
    long begin = System.nanoTime();
    long nextWord = begin;
    while (!tryAcquire()) {
      long now = System.nanoTime();
      if (now - begin >= patience.toNanos()) {
        throw new LockTimeoutException(holder(), Duration.ofNanos(now - begin));
      }
      if (now - nextWord >= 0) {
        log.info("waiting for the migration lock, held by {}", holder());
        nextWord = now + SILENCE.toNanos();
      }
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    }
  }

  /** Takes the lock if no other session holds it. Says whether this session holds it now. */
  public boolean tryAcquire() throws SQLException {
    return isHeld() || isTrue("select pg_catalog.pg_try_advisory_lock" + key.argument());
  }

  /** Whether this session holds the lock. */
  public boolean isHeld() throws SQLException {
    return isTrue(
        "select exists (select from " + key.lock() + " and l.pid = pg_catalog.pg_backend_pid())");
  }

  /** Gives the lock back; does nothing if this session does not hold it. */
  public void release() throws SQLException {
    if (isHeld()) {
      ask("select pg_catalog.pg_advisory_unlock" + key.argument());
    }
  }

  /** Who holds the lock, in words. */
  public String holder() throws SQLException {
    return ask(HOLDER + key.lock());
  }

  /**
   * Has the server look, during long statements too, whether this process still lives; else a
   * statement begun by a killed process goes on to its end, and the lock with it.
   */
  private void endSessionWithProcess() throws SQLException {
    try {
      ask("select pg_catalog.set_config('client_connection_check_interval', '1s', false)");
    } catch (SQLException e) {
      log.debug("this server cannot watch its clients", e);
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    }
  }

  private boolean isTrue(String query) throws SQLException {
    return "t".equals(ask(query));
  }

  private String ask(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      String answer = row.next() ? String.valueOf(row.getString(1)) : "nobody any more";
      endTransaction();
      return answer;
    }
  }

  /** While this session waits, no transaction of its own may stay open. */
  private void endTransaction() throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
  }
}
