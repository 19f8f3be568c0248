package dev.croft.isolation;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exact SQL: one predicate for each reference to a table that holds tenants' rows. */
class TenantFenceTest {
  private static final Map<String, String> RECORDED = recorded();

  @ParameterizedTest
  @EnumSource
  void each_shape_of_query_holds_the_predicate_once_for_each_table(QueryShape shape) {
    assertThat(TenantSql.of(shape.on(TenantSql.dsl()))).isEqualTo(RECORDED.get(shape.name()));
  }

  @ParameterizedTest
  @EnumSource
  void rendering_the_same_query_again_does_not_double_the_predicates(QueryShape shape) {
    var query = shape.on(TenantSql.dsl());
    assertThat(TenantSql.of(query)).isEqualTo(TenantSql.of(query));
  }

  private static Map<String, String> recorded() {
    try (InputStream shapes = TenantFenceTest.class.getResourceAsStream("/query-shapes.txt")) {
      String text =
          new String(Objects.requireNonNull(shapes).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .map(line -> line.split(": ", 2))
          .collect(toMap(shape -> shape[0], shape -> shape[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
