package dev.croft.outage;

import dev.croft.connection.ConnectionPool;
import dev.croft.exception.DatabaseException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes all connections of a pool that nobody uses, and looks at what is on them. */
final class PoolInspection {
  /** A tenant, the rows that it shows, and settings other than those that the driver makes. */
  private static final String LEFT =
      """
      select coalesce(current_setting('app.tenant_id', true), ''), (select count(*) from auth.roles),
        (select coalesce(string_agg(name, ', '), '') from pg_settings
          where source = 'session' and name <> 'application_name')
      """;

  private final ConnectionPool pool;
  private final Set<Connection> taken = new LinkedHashSet<>();
  private final List<String> findings = new ArrayList<>();

  private PoolInspection(ConnectionPool pool) {
    this.pool = pool;
  }

  static List<String> findings(ConnectionPool pool) {
    PoolInspection inspection = new PoolInspection(pool);
    inspection.run();
    return inspection.findings;
  }

  /** Each connection that was idle during the outage may be found to be lost, once. */
  private void run() {
    try {
      for (int i = 0; i < 2 * pool.maximumSize() && taken.size() < pool.maximumSize(); i++) {
        inspect(pool.take());
      }
    } catch (DatabaseException e) {
      findings.add("no connection was given: " + e.getMessage());
    }
    if (taken.size() < pool.maximumSize()) {
      findings.add("of %d connections %d are there".formatted(pool.maximumSize(), taken.size()));
    }
    taken.forEach(pool::giveBack);
  }

  private void inspect(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet left = statement.executeQuery(LEFT)) {
      left.next();
      if (!left.getString(1).isEmpty() || left.getInt(2) > 0 || !left.getString(3).isEmpty()) {
        findings.add("a connection was left with a tenant or a setting " + left.getString(3));
      }
      taken.add(connection);
    } catch (SQLException e) {
      pool.evict(connection);
    }
  }
}
