package dev.croft.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.connection.ConnectionPool;
import dev.croft.fixture.Village;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the predicates make of a join is what the join is on a database of that tenant alone. */
@NullUnmarked
class DifferentialTest {
  private static final int QUERIES = 300;

  private Village village;

  @BeforeEach
  void found() {
    village = Village.found();
  }

  @AfterEach
  void close() {
    village.close();
  }

  @Test
  void predicates_alone_give_what_row_level_security_alone_gives_for_random_joins()
      throws SQLException {
    long first = System.nanoTime();
    Map<Long, List<String>> expected = new TreeMap<>();
    try (ConnectionPool pool = village.pool();
        Connection connection = pool.take()) {
      connection.setAutoCommit(false);
      new TenantEntry(village.acmeId(), pool.user(), village.tenantSetting()).enter(connection);
      DSLContext unfenced = DSL.using(connection, SQLDialect.POSTGRES);
      seeds(first).forEach(seed -> expected.put(seed, rows(unfenced, seed)));
    }
    village.dropRowLevelSecurity();
    expected.forEach(
        (seed, rows) ->
            assertThat(rows(village.acme().dsl(), seed)).as("seed %d", seed).isEqualTo(rows));
  }

  private static LongStream seeds(long first) {
    return LongStream.range(first, first + QUERIES);
  }

  private static List<String> rows(DSLContext dsl, long seed) {
    return JoinTrees.query(dsl, seed).fetch().stream()
        .map(row -> row.intoList().toString())
        .sorted()
        .toList();
  }
}
