package com.example.benchmarks;

import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.auth.Tables.ROLE_PERMISSIONS;
import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One row by its id, fifty rows, and a join of fifty, from one tenant of a thousand. Run it on a
 * machine that does nothing else:
 *
 * <pre>{@code mvn -Pbenchmarks -DskipTests -pl examples/benchmarks -am package}</pre>
 *
 * <p>Arguments of JMH go into {@code -Djmh.arguments}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class SessionBenchmark {
  private static final String BY_ID = "select name from auth.roles where tenant_id = ? and id = ?";
  private static final String LIST = "select name from auth.roles where tenant_id = ?";
  private static final String JOIN =
      "select name from auth.roles r join auth.role_permissions p on p.tenant_id = r.tenant_id"
          + " and p.role_id = r.id where r.tenant_id = ? and p.tenant_id = ?";

  /** Which way the queries take. */
  @Param public Way way = Way.JDBC;

  private @Nullable Site site;
  private @Nullable DSLContext dsl;

  /** Makes the database. */
  @Setup
  public void found() throws SQLException {
    Site founded = new Site(way);
    site = founded;
    dsl =
        way == Way.JOOQ
            ? DSL.using(founded.unfenced(), SQLDialect.POSTGRES)
            : founded.croft().tenant(Site.tenant()).dsl();
  }

  /** Removes it. */
  @TearDown
  public void close() {
    site().close();
  }

  /** One row. */
  @Benchmark
  public List<String> find() throws SQLException {
    return way == Way.JDBC
        ? jdbc(BY_ID, Site.TENANT, Site.ROLE)
        : dsl()
            .select(ROLES.NAME)
            .from(ROLES)
            .where(ROLES.ID.eq(Site.ROLE).and(byHand(ROLES.TENANT_ID.eq(Site.TENANT))))
            .fetch(ROLES.NAME);
  }

  /** Fifty rows. */
  @Benchmark
  public List<String> list() throws SQLException {
    return way == Way.JDBC
        ? jdbc(LIST, Site.TENANT)
        : dsl()
            .select(ROLES.NAME)
            .from(ROLES)
            .where(byHand(ROLES.TENANT_ID.eq(Site.TENANT)))
            .fetch(ROLES.NAME);
  }

  /** Fifty rows of two tables. */
  @Benchmark
  public List<String> join() throws SQLException {
    return way == Way.JDBC
        ? jdbc(JOIN, Site.TENANT, Site.TENANT)
        : dsl()
            .select(ROLES.NAME)
            .from(ROLES)
            .join(ROLE_PERMISSIONS)
            .on(
                ROLE_PERMISSIONS
                    .TENANT_ID
                    .eq(ROLES.TENANT_ID)
                    .and(ROLE_PERMISSIONS.ROLE_ID.eq(ROLES.ID)))
            .where(
                byHand(
                    ROLES
                        .TENANT_ID
                        .eq(Site.TENANT)
                        .and(ROLE_PERMISSIONS.TENANT_ID.eq(Site.TENANT))))
            .fetch(ROLES.NAME);
  }

  Site site() {
    return requireNonNull(site);
  }

  private DSLContext dsl() {
    return requireNonNull(dsl);
  }

  private Condition byHand(Condition condition) {
    return way == Way.JOOQ ? condition : DSL.noCondition();
  }

  private List<String> jdbc(String sql, UUID... values) throws SQLException {
    try (Connection connection = site().unfenced().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<String> names = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      return names;
    }
  }
}
