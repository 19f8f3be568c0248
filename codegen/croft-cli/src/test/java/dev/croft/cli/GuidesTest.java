package dev.croft.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands of the guides are commands, and their options are options. */
class GuidesTest {
  private static final Pattern COMMAND =
      Pattern.compile("(?:`|    )croft ([a-z][^`\n]*(?:\n[^`\n]+)?)");
  private static final Pattern GRADLE = Pattern.compile("args\\(([^)]*)\\)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern MAIN = Pattern.compile("dev\\.croft\\.cli\\.\\w+");

  @ParameterizedTest
  @ValueSource(strings = {"code-generation.md", "continuous-integration.md"})
  void every_command_is_understood(String page) throws IOException {
    assertThat(commands(page)).hasSizeGreaterThan(3).allSatisfy(GuidesTest::check);
  }

  @Test
  void a_command_that_is_none_is_noticed() {
    assertThatThrownBy(() -> check(List.of("generate", "--pakage", "x")))
        .hasMessageContaining("--pakage");
    assertThatThrownBy(() -> check(List.of("genrate"))).hasMessageContaining("genrate");
  }

  @Test
  void the_class_that_gradle_runs_is_there() throws Exception {
    List<String> classes =
        MAIN.matcher(read("code-generation.md")).results().map(MatchResult::group).toList();
    assertThat(classes).containsOnly(Main.class.getName());
  }

  private static Stream<List<String>> commands(String page) throws IOException {
    String text = read(page);
    Stream<List<String>> shell =
        COMMAND.matcher(text).results().map(found -> List.of(found.group(1).strip().split("\\s+")));
    Stream<List<String>> gradle =
        GRADLE
            .matcher(text)
            .results()
            .map(
                found ->
                    QUOTED.matcher(found.group(1)).results().map(each -> each.group(1)).toList());
    return Stream.concat(shell, gradle);
  }

  /** Text names commands without all that they require, so that these are not run. */
  private static void check(List<String> words) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Surroundings surroundings = new Surroundings(Map.of(), Path.of(""), nowhere, nowhere);
    CommandLine line = CroftCommand.in(surroundings, new CountDownLatch(0));
    assertThat(line.getSubcommands()).containsKey(words.getFirst());
    CommandLine command = requireNonNull(line.getSubcommands().get(words.getFirst()));
    assertThat(words.stream().filter(word -> word.startsWith("-")).map(GuidesTest::name))
        .isSubsetOf(command.getCommandSpec().optionsMap().keySet());
  }

  private static String name(String option) {
    return option.replaceFirst("=.*", "");
  }

  private static String read(String page) throws IOException {
    return Files.readString(Path.of("docs", page));
  }
}
