package dev.croft.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.connection.ConnectionPool;
import dev.croft.fixture.Village;
import dev.croft.isolation.QueryShape;
import dev.croft.isolation.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The predicates alone, and row-level security alone, show what both together show. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FencesTest {
  private final Map<QueryShape, List<String>> acmeRows = new EnumMap<>(QueryShape.class);
  private final Map<QueryShape, List<String>> globexRows = new EnumMap<>(QueryShape.class);
  private final Map<QueryShape, List<String>> acmeRowsByRowLevelSecurityAlone =
      new EnumMap<>(QueryShape.class);
  private Village village;

  @BeforeAll
  void readWithBothFencesThenDropRowLevelSecurity() {
    village = Village.found();
    for (QueryShape shape : QueryShape.values()) {
      acmeRows.put(shape, rows(shape, village.acme().dsl()));
      globexRows.put(shape, rows(shape, village.globex().dsl()));
      acmeRowsByRowLevelSecurityAlone.put(shape, withoutPredicates(shape, village.acmeId()));
    }
    village.dropRowLevelSecurity();
  }

  @AfterAll
  void close() {
    village.close();
  }

  @ParameterizedTest
  @EnumSource
  void row_level_security_alone_gives_the_rows_that_both_fences_give(QueryShape shape) {
    assertThat(acmeRowsByRowLevelSecurityAlone.get(shape)).isEqualTo(acmeRows.get(shape));
  }

  @ParameterizedTest
  @EnumSource
  void predicates_alone_give_the_rows_that_both_fences_give(QueryShape shape) {
    assertThat(rows(shape, village.acme().dsl())).isEqualTo(acmeRows.get(shape));
    assertThat(rows(shape, village.globex().dsl())).isEqualTo(globexRows.get(shape));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GLOBAL_TABLE")
  void without_any_fence_the_same_query_shows_more(QueryShape shape) {
    assertThat(withoutPredicates(shape, village.acmeId())).isNotEqualTo(acmeRows.get(shape));
  }

  private static List<String> rows(QueryShape shape, DSLContext dsl) {
    return shape.on(dsl).fetch().stream().map(row -> row.intoList().toString()).sorted().toList();
  }

  private List<String> withoutPredicates(QueryShape shape, TenantId tenant) {
    try (ConnectionPool pool = village.pool();
        Connection connection = pool.take()) {
      connection.setAutoCommit(false);
      new TenantEntry(tenant, pool.user(), village.tenantSetting()).enter(connection);
      return rows(shape, DSL.using(connection, SQLDialect.POSTGRES));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
