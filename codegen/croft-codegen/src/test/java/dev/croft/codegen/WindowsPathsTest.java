package dev.croft.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.croft.codegen.Difference.Kind;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On drives, behind backslashes, with line ends of two characters. */
class WindowsPathsTest {

  private static final String GENERATED =
      "/*\n * %s\n */\nclass A {\n".formatted(NamingStrategy.HEADER);

  private final FileSystem windows =
      Jimfs.newFileSystem(Configuration.windows().toBuilder().setRoots("C:\\", "D:\\").build());
  private final Path fresh = windows.getPath("C:\\Temp\\croft-codegen");
  private final Path output = windows.getPath("D:\\Users\\Ann Lee\\todo\\src\\main\\generated");

  WindowsPathsTest() throws IOException {
    fill();
  }

  private void fill() throws IOException {
    write(fresh, "com\\acme\\Same.java", GENERATED);
    write(fresh, "com\\acme\\New.java", GENERATED);
    write(output, "com\\acme\\Same.java", GENERATED.replace("\n", "\r\n"));
    write(output, "com\\acme\\Old.java", GENERATED.replace("\n", "\r\n"));
  }

  @AfterEach
  void close() throws IOException {
    windows.close();
  }

  @Test
  void what_differs_is_named_with_slashes() throws IOException {
    assertThat(new GeneratedFiles(output).differencesFrom(new GeneratedFiles(fresh)))
        .containsExactly(
            new Difference(Kind.MISSING, "com/acme/New.java", List.of()),
            new Difference(Kind.STALE, "com/acme/Old.java", List.of()));
  }

  @Test
  void files_are_written_and_deleted() throws IOException {
    assertThat(new GeneratedFiles(output).replaceWith(new GeneratedFiles(fresh)))
        .isEqualTo(new CodegenResult(1, 1, 1));
    assertThat(Files.exists(output.resolve("com\\acme\\New.java"))).isTrue();
    assertThat(Files.exists(output.resolve("com\\acme\\Old.java"))).isFalse();
  }

  @Test
  void classes_are_found() throws IOException {
    Path classes = windows.getPath("D:\\todo\\target\\classes");
    Path file = classes.resolve("dev\\croft\\codegen\\Outlined.class");
    Files.createDirectories(file.getParent());
    try (var in = WindowsPathsTest.class.getResourceAsStream("WindowsPathsTest$Outlined.class")) {
      Files.write(file, in.readAllBytes());
    }
    assertThat(Outlines.ofClasses(classes, "dev.croft.codegen"))
        .containsExactlyEntriesOf(
            Map.of("shop.things", List.of("croft table shop.things", "scope global")));
  }

  /** As a generated class does. */
  @SuppressWarnings("unused")
  private static final class Outlined {
    static final String CROFT_OUTLINE =
        """
        croft table shop.things
        scope global
        """;
  }

  private static void write(Path root, String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
