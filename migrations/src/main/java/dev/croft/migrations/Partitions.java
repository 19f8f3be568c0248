package dev.croft.migrations;

import static java.util.Objects.requireNonNull;

import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps tables that are partitioned by month supplied: partitions ahead, so that a row always has
 * one, and old ones detached. Sessions have no right to do either, so this runs as the owner: with
 * each deployment, or from a scheduler, at least once in the months that are made ahead.
 *
 * <p>Both calls may be repeated at any time and by several processes at once, while sessions read
 * and write the table.
 */
public final class Partitions {
  private static final String ENSURE =
      "select part::text from croft.ensure_partitions(?::regclass, ?) part";

  /** DETACH … CONCURRENTLY takes two transactions, between which another call would meet it. */
  private static final String WAIT_FOR_OTHERS =
      "select pg_advisory_lock(1668443508::bigint << 32 | ?::regclass::oid::bigint)::text";

  private static final String EXPIRED =
      "select %s::text from croft.expired_partitions(?::regclass, ?)";
  private static final String IS_APPEND_ONLY =
      "select 1 where croft.table_tag(?::regclass, 'append-only') is not null";
  private static final String APPEND_ONLY = "select croft.append_only(?::regclass)::text";

  private final Target target;

  private Partitions(Target target) {
    this.target = target;
  }

  /** The partitions of tables of {@code database}, as its owner. */
  public static Partitions of(PostgresDatabase database) {
    return of(database.jdbcUrl(), database.owner());
  }

  /**
   * The partitions of tables that {@code owner} owns.
   *
   * @param jdbcUrl the address of the database itself, not of a pooler that shares sessions
   */
  public static Partitions of(String jdbcUrl, Login owner) {
    return new Partitions(Target.of(jdbcUrl, owner));
  }

  /**
   * Makes the partitions that are missing for this month, in UTC, and those that follow.
   *
   * @param table schema and name, such as {@code admin.audit_log}
   * @param monthsAhead how many months after this one, 0 to 120
   * @return the partitions that were made, by time; empty if none was missing
   * @throws PartitionException when the table is not partitioned by ranges of {@code created_at},
   *     or not this login's
   */
  public List<String> ensure(String table, int monthsAhead) {
    return on(table, connection -> query(connection, ENSURE, table, monthsAhead));
  }

  /**
   * Detaches the partitions that end before the whole months to keep. A detached partition keeps
   * its rows, is closed to all but its owner, and, of an append-only table, still refuses to change
   * them; dropping it, once it is archived, is left to the owner. Waits for transactions that use
   * the partition; one that an interrupted call left half detached is detached in full.
   *
   * @param table schema and name, such as {@code admin.audit_log}
   * @param keepMonths how many whole months before this one to keep, 1 or more
   * @return the partitions that were detached, by time
   * @throws PartitionException when the table is not partitioned by ranges of {@code created_at},
   *     or not this login's; partitions detached before stay so
   */
  public List<String> detach(String table, int keepMonths) {
    return on(table, connection -> detach(connection, table, keepMonths));
  }

  private static List<String> detach(Connection connection, String table, int keepMonths)
      throws SQLException {
    query(connection, WAIT_FOR_OTHERS, table);
    List<String> parts = query(connection, EXPIRED.formatted("part"), table, keepMonths);
    List<String> statements = query(connection, EXPIRED.formatted("detach"), table, keepMonths);
    boolean isAppendOnly = !query(connection, IS_APPEND_ONLY, table).isEmpty();
    for (int i = 0; i < parts.size(); i++) {
      execute(connection, statements.get(i));
      if (isAppendOnly) {
        query(connection, APPEND_ONLY, parts.get(i));
      }
    }
    return parts;
  }

  private interface Work {
    List<String> on(Connection connection) throws SQLException;
  }

  private List<String> on(String table, Work work) {
    requireNonNull(table, "table");
    try (Connection connection = target.connect()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new PartitionException(table, e);
    }
  }

  /** The first column of what {@code sql} returns. */
  private static List<String> query(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return texts(statement.executeQuery());
    }
  }

  private static List<String> texts(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    while (rows.next()) {
      texts.add(rows.getString(1));
    }
    return texts;
  }

  /** The text is the database's own, of croft.expired_partitions. */
  private static void execute(Connection connection, String detach) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(detach);
    }
  }
}
