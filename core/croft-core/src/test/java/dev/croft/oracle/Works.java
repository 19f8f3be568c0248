package dev.croft.oracle;

import dev.croft.fixture.Seal;
import dev.croft.isolation.SessionConfigurations;
import dev.croft.isolation.StatementObservers;
import dev.croft.isolation.TenantId;
import dev.croft.migrations.Migrator;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.ConnectionProvider;

/**
 * The databases of one oracle: one of all tenants with row-level security, one without, and one for
 * each tenant alone.
 */
final class Works implements AutoCloseable {
  static final int TENANTS = 3;

  private final List<PostgresDatabase> databases = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final Map<Way, Lane> among = new EnumMap<>(Way.class);
  private final List<Lane> alone = new ArrayList<>();
  private final PostgresDatabase secured;
  private final PostgresDatabase open;
  private final String role;

  private Works(BiFunction<TenantId, ConnectionProvider, Configuration> fence) throws SQLException {
    this.secured = database();
    this.open = database();
    this.role = secured.createLogin("croft_app").user();
    execute(open, Stream.of(Entity.values()).filter(Entity::isSecured).map(Entity::withoutFence));
    among.put(Way.BOTH, lane(Way.BOTH, secured, fence));
    among.put(Way.ROW_SECURITY, lane(Way.ROW_SECURITY, secured, fence));
    among.put(Way.POLICY, lane(Way.POLICY, open, fence));
    among.put(Way.NONE, lane(Way.NONE, open, fence));
    for (int tenant = 0; tenant < TENANTS; tenant++) {
      alone.add(lane(Way.ALONE, aloneWith(Ids.tenant(tenant)), fence));
    }
  }

  static Works open() throws SQLException {
    return new Works(
        (tenant, connections) ->
            SessionConfigurations.tenant(tenant, connections, new StatementObservers()));
  }

  /** With something else instead of Croft's fence. */
  static Works with(BiFunction<TenantId, ConnectionProvider, Configuration> fence)
      throws SQLException {
    return new Works(fence);
  }

  Lane lane(Way way, int tenant) {
    return way == Way.ALONE ? alone.get(tenant) : Objects.requireNonNull(among.get(way));
  }

  /** The role that statements run as. */
  String role() {
    return role;
  }

  /** Ends all transactions. */
  void leave() throws SQLException {
    for (Lane lane : lanes) {
      lane.leave();
    }
  }

  /** Runs SQL on the database with row-level security, as a superuser. */
  void changeSecured(Stream<String> sql) throws SQLException {
    leave();
    execute(secured, sql);
  }

  private PostgresDatabase database() {
    PostgresServer server = PostgresServer.shared();
    PostgresDatabase database = server.cloneOf(server.template("works", Works::fill));
    databases.add(database);
    return database;
  }

  private static void fill(PostgresDatabase database) {
    Migrator.of(database, "oracle/changelog.xml").apply();
    Seal.ofThisRun().applyTo(database);
    try (InputStream rows = Works.class.getResourceAsStream("/oracle/rows.sql")) {
      byte[] sql = Objects.requireNonNull(rows).readAllBytes();
      execute(database, Stream.of(new String(sql, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private PostgresDatabase aloneWith(UUID tenant) throws SQLException {
    PostgresDatabase database = database();
    Stream<String> others =
        Stream.of(Entity.values())
            .filter(Entity::isSecured)
            .map(entity -> entity.withoutOthers(tenant));
    execute(database, Stream.concat(Stream.of("set session_replication_role = replica"), others));
    execute(
        database, Stream.of(Entity.values()).filter(Entity::isSecured).map(Entity::withoutFence));
    return database;
  }

  private Lane lane(
      Way way,
      PostgresDatabase database,
      BiFunction<TenantId, ConnectionProvider, Configuration> fence)
      throws SQLException {
    Lane lane = new Lane(way, database.connect(database.superuser()), role, fence);
    lanes.add(lane);
    return lane;
  }

  private static void execute(PostgresDatabase database, Stream<String> sql) throws SQLException {
    try (Connection connection = database.connect(database.superuser());
        java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql.collect(Collectors.joining(";\n")));
    }
  }

  @Override
  public void close() throws SQLException {
    for (Lane lane : lanes) {
      lane.close();
    }
    databases.forEach(PostgresDatabase::close);
  }
}
