package dev.croft.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What coverage.md names of the database, and of migrations, a test of the same name there holds.
 */
class CoverageTest {
  private static final Pattern NAMED = Pattern.compile("`(dev[.]croft[.][\\w.]+)(?:#(\\w+))?`");
  private static final String ELSEWHERE =
      "dev[.]croft[.](migrations|postgres|documentation|schema)[.][A-Z].*";

  private static List<String> missing(String document) {
    return NAMED
        .matcher(document)
        .results()
        .filter(named -> !named.group(1).matches(ELSEWHERE))
        .filter(named -> !isThere(named.group(1), named.group(2)))
        .map(named -> named.group())
        .toList();
  }

  private static boolean isThere(String name, String method) {
    try {
      Class<?> type = Class.forName(name, false, CoverageTest.class.getClassLoader());
      return method == null
          || Arrays.stream(type.getDeclaredMethods())
              .anyMatch(declared -> declared.getName().equals(method));
    } catch (ClassNotFoundException e) {
      return isPackage(name);
    }
  }

  private static boolean isPackage(String name) {
    return Arrays.stream(Package.getPackages()).anyMatch(known -> known.getName().equals(name))
        || CoverageTest.class.getResource("/" + name.replace('.', '/')) != null;
  }

  @Test
  void every_class_and_method_that_it_names_is_there() throws IOException {
    String document = Files.readString(Path.of("..", "..", "migrations", "docs", "coverage.md"));
    assertThat(NAMED.matcher(document).results().count()).isGreaterThan(40);
    assertThat(missing(document)).isEmpty();
  }

  @Test
  void what_is_not_there_is_missed() {
    assertThat(missing("`dev.croft.Colour`, `dev.croft.Croft#colour`, `dev.croft.colour`"))
        .containsExactly("`dev.croft.Colour`", "`dev.croft.Croft#colour`", "`dev.croft.colour`");
  }
}
