package dev.croft.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide's tables are those of the code. */
class ConfigurationGuideTest {
  private static final Path GUIDE = Path.of("..", "docs", "configuration.md");

  @Test
  void the_table_of_settings_lists_every_key_with_its_default_and_meaning() throws IOException {
    String table =
        Stream.of(Setting.values())
            .map(s -> "| `%s` | %s | %s |".formatted(s, s.standard(), s.meaning()))
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(GUIDE)).contains(table);
  }

  @Test
  void the_allowed_properties_of_the_driver_are_listed() throws IOException {
    String list =
        DriverProperty.names().stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
    assertThat(Files.readString(GUIDE).replaceAll("\\s+", " ")).contains(list);
  }
}
