package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.auth.Tables.USER_ROLES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.connection.ConnectionPool;
import dev.croft.exception.StatementRefusedException;
import dev.croft.fixture.Village;
import dev.croft.isolation.JoinShape;
import dev.croft.isolation.Shape;
import dev.croft.isolation.StatementShape;
import dev.croft.isolation.WriteShape;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rarer shapes give and leave the same rows behind each fence alone. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementFencesTest {
  private static final List<String> REFUSED = List.of("refused");

  /** What row-level security alone says of an INSERT that names no tenant. */
  private static final List<String> UNSTAMPED = List.of("error TenantViolation");

  private static final Set<Shape> NOT_RUN =
      Set.of(
          StatementShape.NATURAL_FULL_JOIN_WITHOUT_ALIASES,
          JoinShape.FULL_JOIN_WITHOUT_ALIASES,
          JoinShape.FULL_JOIN_TO_A_PATH,
          JoinShape.FULL_JOIN_TO_A_PATH_WITH_ALIASES,
          WriteShape.UPSERT_ON_UNKNOWN_CONSTRAINT,
          WriteShape.UPSERT_OF_NOTHING,
          WriteShape.UPSERT_WITHOUT_TENANT,
          WriteShape.UPSERT_THAT_MOVES,
          WriteShape.IGNORE_CONFLICT_WITHOUT_TENANT);

  private final Map<Fencing, Map<Shape, List<String>>> rows = new EnumMap<>(Fencing.class);
  private Village village;
  private ConnectionPool pool;
  private Ledger ledger;
  private Map<String, String> before;

  @BeforeAll
  void runEachShapeBehindEachFence() throws SQLException {
    village = Village.found();
    village.unmarkSystemRoles();
    pool = village.pool();
    ledger = new Ledger(village);
    before = ledger.sums();
    runAll(Fencing.ALL_FENCES);
    runAll(Fencing.ROW_LEVEL_SECURITY_ALONE);
    village.dropRowLevelSecurity();
    runAll(Fencing.POLICY_ALONE);
    runAll(Fencing.NO_FENCE);
  }

  @AfterAll
  void close() throws SQLException {
    ledger.close();
    pool.close();
    village.close();
  }

  private void runAll(Fencing fencing) throws SQLException {
    Map<Shape, List<String>> results = new HashMap<>();
    for (Shape shape : Shape.all().toList()) {
      results.put(shape, run(shape, fencing));
      ledger.restore();
    }
    rows.put(fencing, results);
  }

  private List<String> run(Shape shape, Fencing fencing) throws SQLException {
    try {
      List<String> result = fencing.run(village, pool, dsl -> run(shape.on(dsl), dsl));
      if (fencing != Fencing.NO_FENCE) {
        assertThat(globexIn(ledger.sums())).as(shape.name()).isEqualTo(globexIn(before));
      }
      return result;
    } catch (StatementRefusedException e) {
      return REFUSED;
    } catch (RuntimeException e) {
      return List.of("error " + WriteOutcome.nameOf(e));
    }
  }

  private List<String> globexIn(Map<String, String> sums) {
    String globex = village.globexId().toString();
    return sums.entrySet().stream()
        .filter(sum -> sum.getKey().endsWith(globex))
        .map(Map.Entry::toString)
        .toList();
  }

  /** What the statement gives, and the rows that it leaves. */
  private static List<String> run(Query statement, DSLContext dsl) {
    List<String> result =
        statement instanceof ResultQuery<?> query
            ? texts(query.fetch())
            : List.of("%d rows".formatted(statement.execute()));
    List<String> roles =
        texts(dsl.select(ROLES.TENANT_ID, ROLES.NAME, ROLES.DESCRIPTION).from(ROLES).fetch());
    List<String> held =
        texts(dsl.select(USER_ROLES.USER_ID, USER_ROLES.ROLE_ID).from(USER_ROLES).fetch());
    return List.of(result.toString(), roles.toString(), held.toString());
  }

  private static List<String> texts(List<? extends Record> records) {
    return records.stream().map(record -> record.intoList().toString()).sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("dev.croft.isolation.Shape#all")
  void each_fence_alone_does_what_all_do(Shape shape) {
    List<String> expected = rows.get(Fencing.ALL_FENCES).get(shape);
    assertThat(rows.get(Fencing.POLICY_ALONE).get(shape)).isEqualTo(expected);
    if (!NOT_RUN.contains(shape)) {
      assertThat(expected.getFirst()).doesNotStartWith("error");
      assertThat(rows.get(Fencing.ROW_LEVEL_SECURITY_ALONE).get(shape))
          .isIn(expected, shape instanceof WriteShape ? UNSTAMPED : expected);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.croft.isolation.Shape#all")
  void without_any_fence_the_same_statement_does_more(Shape shape) {
    assertThat(rows.get(Fencing.NO_FENCE).get(shape).getFirst())
        .isNotEqualTo(rows.get(Fencing.ALL_FENCES).get(shape).getFirst());
  }

  @Test
  void these_shapes_are_refused_and_no_other() {
    rows.get(Fencing.ALL_FENCES)
        .forEach(
            (shape, result) ->
                assertThat(result.equals(REFUSED) || result.equals(UNSTAMPED))
                    .as(shape.name())
                    .isEqualTo(NOT_RUN.contains(shape)));
  }
}
