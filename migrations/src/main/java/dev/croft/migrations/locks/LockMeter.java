package dev.croft.migrations.locks;

import static java.util.Objects.requireNonNull;

import dev.croft.migrations.locks.Relations.Relation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads, within a transaction, what has been done to relations since the meter was set.
 *
 * <p>The locks are those of {@code pg_locks}; a rewrite is seen by a new file, and rows read one
 * after the other by the counters that PostgreSQL keeps for each transaction. Relations that are
 * new since the meter was first set do not count: nobody else can wait for them.
 */
public final class LockMeter {
  private static final String LOCKS =
      """
      select l.relation::bigint, l.mode
      from pg_locks l
      where l.locktype = 'relation' and l.granted and l.pid = pg_backend_pid()
        and l.database = (select d.oid from pg_database d where d.datname = current_database())
      """;

  private final Connection connection;
  private final Relations first;
  private final Relations before;
  private final Map<Long, LockMode> heldBefore;

  private LockMeter(Connection connection, Relations first, Relations before) throws SQLException {
    this.connection = connection;
    this.first = first;
    this.before = before;
    this.heldBefore = held(connection);
  }

  /** Sets a meter at the beginning of a transaction. */
  public static LockMeter in(Connection connection) throws SQLException {
    Relations relations = Relations.in(requireNonNull(connection, "connection"));
    return new LockMeter(connection, relations, relations);
  }

  /** Sets the meter anew, later in the same transaction. */
  public LockMeter again() throws SQLException {
    return new LockMeter(connection, first, Relations.in(connection));
  }

  /** Whether the transaction already held locks that would hide others of the same mode. */
  public boolean hasLocksBefore() {
    return heldBefore.entrySet().stream()
        .anyMatch(
            each ->
                first.byId().containsKey(each.getKey())
                    && each.getValue().compareTo(LockMode.ROW_EXCLUSIVE) >= 0);
  }

  /**
   * What was locked, rewritten or read through since the meter was set.
   *
   * @return the strongest lock first; one lock for each relation, and of an index only what its
   *     table does not tell
   */
  public List<RelationLock> read() throws SQLException {
    Relations after = Relations.in(connection);
    Map<Long, LockMode> held = held(connection);
    List<RelationLock> locks = new ArrayList<>();
    for (Map.Entry<Long, LockMode> each : held.entrySet()) {
      long id = each.getKey();
      boolean isNew = each.getValue() != heldBefore.get(id) || isRewritten(id, after);
      if (first.byId().containsKey(id) && isNew && !isToldByTable(id, after, held)) {
        locks.add(lock(id, each.getValue(), after));
      }
    }
    return locks.stream()
        .sorted(
            Comparator.comparing(RelationLock::mode)
                .reversed()
                .thenComparing(RelationLock::relation))
        .toList();
  }

  private RelationLock lock(long id, LockMode mode, Relations after) {
    Relation known = requireNonNull(first.byId().get(id));
    return new RelationLock(
        known.name(),
        mode,
        isRewritten(id, after),
        known.isIndex() ? 0 : rowsRead(id, after),
        known.rows(),
        known.bytes());
  }

  private boolean isRewritten(long id, Relations after) {
    Relation then = before.byId().get(id);
    Relation now = after.byId().get(id);
    return then != null && now != null && then.file() != now.file();
  }

  private long rowsRead(long id, Relations after) {
    Relation then = before.byId().get(id);
    Relation now = after.byId().get(id);
    return then == null || now == null ? 0 : now.rowsRead() - then.rowsRead();
  }

  /** A rebuilt index is news where its table stays, and a locked one where the table is free. */
  private boolean isToldByTable(long id, Relations after, Map<Long, LockMode> held) {
    Relation relation = requireNonNull(first.byId().get(id));
    if (!relation.isIndex()) {
      return false;
    }
    boolean isLocked =
        held.get(id) == LockMode.ACCESS_EXCLUSIVE
            && held.get(relation.table()) != LockMode.ACCESS_EXCLUSIVE;
    boolean isRebuilt = isRewritten(id, after) && !isRewritten(relation.table(), after);
    return !isLocked && !isRebuilt;
  }

  /** The strongest lock of this session on each relation. */
  private static Map<Long, LockMode> held(Connection connection) throws SQLException {
    Map<Long, LockMode> held = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LOCKS)) {
      while (row.next()) {
        held.merge(row.getLong(1), LockMode.of(row.getString(2)), LockMeter::stronger);
      }
    }
    return held;
  }

  private static LockMode stronger(LockMode one, LockMode other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
