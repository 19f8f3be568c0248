package dev.croft.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** jOOQ's typed API can do harm without any plain SQL, so nothing of it goes unclassified. */
class DslContextMethodsTest {
  @Test
  void every_method_of_dsl_context_is_classified_once() throws IOException {
    Set<String> methods =
        Arrays.stream(DSLContext.class.getMethods())
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(classified()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(methods);
  }

  private static List<String> classified() throws IOException {
    Properties classes = new Properties();
    try (InputStream file =
        DslContextMethodsTest.class.getResourceAsStream("/dsl-context-methods.properties")) {
      classes.load(Objects.requireNonNull(file));
    }
    return classes.values().stream()
        .flatMap(names -> Stream.of(names.toString().split("\\s+")))
        .toList();
  }
}
