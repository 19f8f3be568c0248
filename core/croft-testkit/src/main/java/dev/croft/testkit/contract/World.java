package dev.croft.testkit.contract;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.connection.Credentials;
import dev.croft.connection.DatabaseAddress;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.session.TenantSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A database with both tenants' rows, in which one thing is tried after the other. */
final class World implements AutoCloseable {
  private static final int POOL_SIZE = 2;

  private final PostgresDatabase database;
  private final Login runtime;
  private final CroftConfig config;
  private final Croft croft;
  private final Database system;
  private final Database owner;

  /** Takes {@code database} over. */
  World(PostgresDatabase database, boolean isSafe, Setting setting) {
    this.database = database;
    this.runtime = database.createLogin("croft_app");
    this.config = config(database, runtime);
    this.croft = Croft.open(isSafe ? config : config.withReportOnly());
    this.system = new Database(database.connect(database.createLogin("croft_admin")));
    this.owner = new Database(database.connect());
    if (setting == Setting.PREDICATES_ALONE) {
      dropRowSecurity();
    }
  }

  static CroftConfig config(PostgresDatabase database, Login runtime) {
    return CroftConfig.of(
            new DatabaseAddress(database.host(), database.port(), database.name()),
            new Credentials(runtime.user(), runtime.password()))
        .withMaximumPoolSize(POOL_SIZE);
  }

  private void dropRowSecurity() {
    for (String table :
        owner.strings(
            """
            select c.oid::regclass::text from pg_class c
            where c.relrowsecurity and c.relkind in ('r', 'p')
            """)) {
      owner.execute("alter table %s disable row level security".formatted(table));
    }
  }

  TenantSession session(Side side) {
    return croft.tenant(side.tenant());
  }

  Surroundings surroundings() {
    return new Surroundings(config);
  }

  String runtime() {
    return runtime.user();
  }

  Database system() {
    return system;
  }

  /** A connection of the runtime login without a predicate, outside auto-commit. */
  Database plain() {
    Connection connection = database.connect(runtime);
    try {
      connection.setAutoCommit(false);
      return new Database(connection);
    } catch (SQLException e) {
      throw new PlainSqlException(e);
    }
  }

  /** A checksum of the rows of each tenant in each table, by table and tenant. */
  Map<String, String> fingerprint(List<TableShape> tables) {
    return fingerprint(system, owner, tables);
  }

  static Map<String, String> fingerprint(
      Database system, Database owner, List<TableShape> tables) {
    Map<String, String> all = new TreeMap<>();
    for (boolean isKnown : new boolean[] {true, false}) {
      String sql =
          tables.stream()
              .filter(table -> table.scope().equals("none") != isKnown)
              .map(World::checksum)
              .collect(Collectors.joining(" union all "));
      if (!sql.isEmpty()) {
        (isKnown ? system : owner)
            .list(sql, row -> all.put(row.getString(1), row.getString(2)));
      }
    }
    return all;
  }

  private static String checksum(TableShape table) {
    String tenant =
        table.isOfTenants() ? "t.%s::text".formatted(Rows.quoted(table.tenantColumn())) : "''";
    return """
        select '%1$s ' || %2$s, coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
        from %1$s t group by %3$s
        """
        .formatted(table.name(), tenant, table.isOfTenants() ? tenant : "()");
  }

  /** What differs between two fingerprints, by table and tenant. */
  static Set<String> changes(Map<String, String> before, Map<String, String> after) {
    Set<String> changed = new TreeSet<>(before.keySet());
    changed.addAll(after.keySet());
    changed.removeIf(key -> before.getOrDefault(key, "").equals(after.getOrDefault(key, "")));
    return changed;
  }

  @Override
  public void close() {
    croft.close();
    system.close();
    owner.close();
    database.close();
  }
}
