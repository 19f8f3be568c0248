package dev.croft.isolation;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.exception.DatabaseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exact SQL of the rarer shapes: the predicate once for each table, or a refusal that says why. */
class StatementShapesTest {
  private static final Map<String, String> RECORDED = recorded();

  @ParameterizedTest
  @MethodSource("dev.croft.isolation.Shape#all")
  void each_shape_holds_the_predicate_once_for_each_table_or_is_refused(Shape shape) {
    assertThat(sql(shape)).isEqualTo(RECORDED.get(shape.name()));
  }

  @Test
  void every_recorded_shape_is_tested() {
    assertThat(Shape.all().map(Shape::name))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(RECORDED.keySet());
  }

  static String sql(Shape shape) {
    try {
      return TenantSql.of(shape.on(TenantSql.dsl()));
    } catch (DatabaseException e) {
      return "refused: " + e.getMessage();
    }
  }

  private static Map<String, String> recorded() {
    try (InputStream in = StatementShapesTest.class.getResourceAsStream("/statement-shapes.txt")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(": ", 2))
          .collect(toMap(shape -> shape[0], shape -> shape[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
