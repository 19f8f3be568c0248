package dev.croft.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedFilesTest {

  private static final String GENERATED = "/*\n * " + NamingStrategy.HEADER + "\n */\n";

  @TempDir private Path fresh;
  @TempDir private Path output;

  @Test
  void new_and_changed_files_are_written_and_the_rest_is_left_as_it_is() throws IOException {
    write(fresh, "a/New.java", GENERATED);
    write(fresh, "a/Changed.java", GENERATED + "class Changed {}");
    write(fresh, "a/Same.java", GENERATED);
    write(output, "a/Changed.java", GENERATED);
    write(output, "a/Same.java", GENERATED);

    assertThat(replace()).isEqualTo(new CodegenResult(2, 1, 0));
    assertThat(output.resolve("a/Changed.java")).hasContent(GENERATED + "class Changed {}");
  }

  @Test
  void generated_files_that_are_no_longer_generated_are_deleted() throws IOException {
    write(output, "old/Stale.java", GENERATED);

    assertThat(replace()).isEqualTo(new CodegenResult(0, 0, 1));
    assertThat(output.resolve("old/Stale.java")).doesNotExist();
  }

  @Test
  void files_that_were_written_by_hand_are_never_touched() throws IOException {
    write(output, "mine/Todo.java", "package mine;");
    write(output, "mine/notes.txt", GENERATED);

    assertThat(replace()).isEqualTo(new CodegenResult(0, 0, 0));
    assertThat(output.resolve("mine/Todo.java")).hasContent("package mine;");
    assertThat(output.resolve("mine/notes.txt")).exists();
  }

  private CodegenResult replace() throws IOException {
    return new GeneratedFiles(output).replaceWith(new GeneratedFiles(fresh));
  }

  private static void write(Path root, String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
