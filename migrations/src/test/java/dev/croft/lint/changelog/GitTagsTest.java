package dev.croft.lint.changelog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTagsTest {
  private static final String ONE = "db/changelog/1_one.sql";
  private static final String TWO = "db/changelog/2_two.sql";

  private final Path tree;
  private final Path resources;

  GitTagsTest(@TempDir Path tree) {
    this.tree = tree;
    resources = tree.resolve("src/main/resources");
  }

  @BeforeEach
  void begin() throws Exception {
    Assumptions.assumeTrue(isThere(), "git is not on this machine");
    git("init", "--quiet");
    write(ONE, "select 1;");
    git("add", ".");
    commit();
  }

  private static boolean isThere() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private void commit() throws Exception {
    git("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "-qam", "Change it");
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", tree.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(resources.resolve(file).getParent());
    Files.writeString(resources.resolve(file), text);
  }

  private ReleasedFiles released(String... files) {
    return GitTags.released(resources, Set.of(files));
  }

  @Test
  void without_a_tag_nothing_is_released() throws IOException {
    write(ONE, "select 2;");
    assertThat(released(ONE)).isEqualTo(ReleasedFiles.none());
  }

  @Test
  void a_file_that_a_tag_holds_is_released() throws Exception {
    git("tag", "v1");
    write(TWO, "select 2;");
    assertThat(released(ONE, TWO)).isEqualTo(new ReleasedFiles(Set.of(ONE), List.of()));
  }

  @Test
  void an_edit_after_the_first_tag_is_told_though_a_later_tag_has_it() throws Exception {
    git("tag", "v1");
    write(ONE, "select 2;");
    commit();
    git("tag", "v2");
    assertThat(released(ONE).differences()).containsExactly(ONE + " was edited after tag v1");
  }

  @Test
  void an_edit_that_is_not_committed_is_told() throws Exception {
    git("tag", "v1");
    write(ONE, "select 2;");
    assertThat(released(ONE).differences()).containsExactly(ONE + " was edited after tag v1");
  }

  @Test
  void a_renamed_file_is_missing() throws Exception {
    git("tag", "v1");
    Files.move(resources.resolve(ONE), resources.resolve(TWO));
    assertThat(released(TWO).differences()).containsExactly(ONE + " of tag v1 is missing");
  }

  @Test
  void where_there_is_no_work_tree_nothing_is_released(@TempDir Path elsewhere) {
    assertThat(GitTags.released(elsewhere, Set.of(ONE))).isEqualTo(ReleasedFiles.none());
  }
}
