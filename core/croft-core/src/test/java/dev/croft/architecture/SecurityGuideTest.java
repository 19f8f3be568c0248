package dev.croft.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A promise whose test is gone is no promise. */
class SecurityGuideTest {
  private static final List<Path> TESTS = tests();
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

  private static Set<String> missing(String guide) {
    return NAMED
        .matcher(guide)
        .results()
        .filter(named -> !isThere(named.group(1), Optional.ofNullable(named.group(2))))
        .map(named -> named.group())
        .collect(toSet());
  }

  private static boolean isThere(String type, Optional<String> method) {
    return TESTS.stream()
        .filter(file -> file.endsWith(type + ".java"))
        .anyMatch(file -> method.isEmpty() || holds(file, method.get()));
  }

  private static List<Path> tests() {
    try (Stream<Path> files = Files.walk(Path.of("..", ".."))) {
      return files.filter(file -> file.toString().matches(".*/src/test/.*Test\\.java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(Path file, String method) {
    try {
      return Files.readString(file).contains(" " + method + "(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void every_test_that_the_guide_names_is_there() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "security.md"));
    assertThat(NAMED.matcher(guide).results().count()).isGreaterThan(40);
    assertThat(missing(guide)).isEmpty();
  }

  @Test
  void a_test_that_is_not_there_is_missed() {
    assertThat(missing("`SecurityGuideTest#nothing_of_the_kind`, `NobodyTest`, `EscapeTest`"))
        .containsExactlyInAnyOrder("`SecurityGuideTest#nothing_of_the_kind`", "`NobodyTest`");
  }
}
