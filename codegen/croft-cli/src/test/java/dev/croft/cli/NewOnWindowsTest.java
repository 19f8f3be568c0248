package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.croft.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On drives and behind backslashes: what Liquibase reads has slashes all the same. */
class NewOnWindowsTest {
  private final FileSystem windows =
      Jimfs.newFileSystem(Configuration.windows().toBuilder().setRoots("C:\\", "D:\\").build());
  private final Path directory = windows.getPath("C:\\Users\\Ann Lee\\todo");
  private final Shell shell = new Shell(directory);

  @AfterEach
  void close() throws IOException {
    windows.close();
  }

  @Test
  void a_changelog_named_with_backslashes_includes_with_slashes() throws IOException {
    Result written =
        shell.run("new", "create", "todos", "--author=ann", "--changelog=db\\changelog.xml");
    assertThat(timeless(written.out()))
        .isEqualTo(
            """
            Wrote src/main/resources/db/changelog/TIME_create_content_schema.sql
            Wrote src/main/resources/db/changelog/TIME_create_todos.sql
            src/main/resources/db/changelog.xml includes them.
            Edit, then: croft migrate
            """);
    Path resources = directory.resolve("src\\main\\resources");
    assertThat(timeless(Files.readString(resources.resolve("db\\changelog.xml"))))
        .contains(
            """
              <include file="croft/changelog.xml"/>
              <include file="db/changelog/TIME_create_content_schema.sql"/>
              <include file="db/changelog/TIME_create_todos.sql"/>
            """);
    try (Stream<Path> files = Files.list(resources.resolve("db\\changelog"))) {
      assertThat(files.map(file -> timeless(file.getFileName().toString())))
          .containsExactlyInAnyOrder("TIME_create_content_schema.sql", "TIME_create_todos.sql");
    }
  }

  @Test
  void resources_may_be_on_another_drive() {
    Result written =
        shell.run("new", "rename", "things", "--resources=D:\\shared res", "--author=ann");
    assertThat(timeless(written.out()))
        .contains(
            "Wrote D:/shared res/db/changelog/TIME_rename_things.sql",
            "D:/shared res/db/changelog.xml includes it.");
  }

  @Test
  void a_changelog_keeps_the_line_ends_that_it_has() throws IOException {
    for (String name : List.of("changelog.xml", "changelog.yaml")) {
      begin("first", name);
      Path changelog = directory.resolve("src\\main\\resources\\db").resolve(name);
      String before = Files.readString(changelog);
      Files.writeString(changelog, before.replace("\n", "\r\n"));
      begin("second", name);
      String after = Files.readString(changelog);
      assertThat(after).contains("_second_").doesNotContainPattern("[^\r]\n");
      assertThat(before).doesNotContain("\r");
    }
  }

  private void begin(String what, String changelog) {
    Result written =
        shell.run("new", what, changelog, "--author=ann", "--changelog=db/" + changelog);
    assertThat(written.status()).as(written.err()).isZero();
  }

  private static String timeless(String text) {
    return text.replaceAll("\\d{14}", "TIME");
  }
}
