package dev.croft.testkit.contract;

import com.zaxxer.hikari.HikariDataSource;
import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.connection.Access;
import dev.croft.connection.Credentials;
import dev.croft.connection.DatabaseAddress;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresException;
import dev.croft.session.TenantSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A database with both tenants' rows, in which one thing is tried after the other. */
final class World implements AutoCloseable {
  private static final int POOL_SIZE = 2;

  private final PostgresDatabase database;
  private final List<TableShape> tables;
  private final Login runtime;
  private final CroftConfig config;
  private final @Nullable HikariDataSource withoutPredicates;
  private final Croft croft;
  private final Database system;
  private final Database owner;
  private final Map<String, String> fingerprint;
  private final @Nullable Snapshot snapshot;

  /** Takes {@code database} over. */
  World(PostgresDatabase database, boolean isSafe, Setting setting, List<TableShape> tables) {
    this.database = database;
    this.tables = tables;
    this.runtime = database.createLogin("croft_app");
    this.config = config(database, runtime);
    this.withoutPredicates =
        setting.hasPredicates()
            ? null
            : new WithoutPredicates(tables).pool(database, runtime, POOL_SIZE);
    CroftConfig used =
        withoutPredicates == null ? config : config.with(Access.RUNTIME, withoutPredicates);
    this.croft = Croft.open(isSafe ? used : used.withReportOnly());
    this.system = new Database(database.connect(database.createLogin("croft_admin")));
    this.owner = new Database(database.connect());
    if (!setting.hasRowSecurity()) {
      dropRowSecurity();
    }
    this.snapshot = snapshot(database, tables);
    this.fingerprint = fingerprint();
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

  /** What differs from when this was new, by table and tenant. */
  Set<String> changes() {
    return changes(fingerprint, fingerprint());
  }

  /** Whether this is as new again, once the rows of {@code changed} are put back. */
  boolean restore(Set<String> changed) {
    if (snapshot == null || changed.isEmpty()) {
      return changed.isEmpty();
    }
    changed.stream().map(World::table).distinct().forEach(snapshot::restore);
    return changes().isEmpty();
  }

  /** The table of what {@link #changes()} tells. */
  static String table(String change) {
    return change.substring(0, change.lastIndexOf(' '));
  }

  private static @Nullable Snapshot snapshot(PostgresDatabase database, List<TableShape> tables) {
    try {
      return new Snapshot(new Database(database.connect(database.superuser())), tables);
    } catch (PostgresException e) {
      return null;
    }
  }

  /** A checksum of the rows of each tenant in each table, by table and tenant. */
  private Map<String, String> fingerprint() {
    Map<String, String> all = new TreeMap<>();
    for (boolean isKnown : new boolean[] {true, false}) {
      String sql =
          tables.stream()
              .filter(table -> table.scope().equals("none") != isKnown)
              .map(World::checksum)
              .collect(Collectors.joining(" union all "));
      if (!sql.isEmpty()) {
        (isKnown ? system : owner).list(sql, row -> all.put(row.getString(1), row.getString(2)));
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

  private static Set<String> changes(Map<String, String> before, Map<String, String> after) {
    Set<String> changed = new TreeSet<>(before.keySet());
    changed.addAll(after.keySet());
    changed.removeIf(key -> before.getOrDefault(key, "").equals(after.getOrDefault(key, "")));
    return changed;
  }

  @Override
  public void close() {
    croft.close();
    if (withoutPredicates != null) {
      withoutPredicates.close();
    }
    if (snapshot != null) {
      snapshot.close();
    }
    system.close();
    owner.close();
    database.close();
  }
}
