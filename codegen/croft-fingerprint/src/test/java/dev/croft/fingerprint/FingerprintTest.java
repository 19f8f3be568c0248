package dev.croft.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

  @TempDir private Path root;

  @BeforeEach
  void write_a_changelog() throws IOException {
    write("db/changelog.xml", "<databaseChangeLog/>");
    write("db/20260101000000_todos.sql", "create table content.todos ();");
  }

  @Test
  void it_stays_the_same_while_nothing_changes() throws IOException {
    assertThat(changelogs()).isEqualTo(changelogs());
  }

  @Test
  void it_changes_with_the_content_of_a_changelog() throws IOException {
    String before = changelogs();
    write("db/20260101000000_todos.sql", "create table content.tasks ();");
    assertThat(changelogs()).isNotEqualTo(before);
  }

  @Test
  void it_changes_with_the_name_of_a_changelog() throws IOException {
    String before = changelogs();
    Path file = root.resolve("db/20260101000000_todos.sql");
    Files.move(file, file.resolveSibling("20260101000001_todos.sql"));
    assertThat(changelogs()).isNotEqualTo(before);
  }

  @Test
  void it_changes_when_a_changelog_is_added() throws IOException {
    String before = changelogs();
    write("db/20260102000000_notes.sql", "");
    assertThat(changelogs()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shared/included.xml",
        "shared/included.YAML",
        "shared/included.yml",
        "shared/included.json",
        "shared/included_all.sql",
        "shared/loaded.csv",
        "liquibase.properties",
        "db/changelog/sql_file.ddl",
        "db/changelog/loaded.txt"
      })
  void it_changes_with_whatever_a_changelog_may_read(String name) throws IOException {
    write(name, "before");
    String before = changelogs();
    write(name, "after");
    assertThat(changelogs()).isNotEqualTo(before);
  }

  @Test
  void on_windows_it_is_what_it_is_elsewhere() throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      Path copy = windows.getPath("C:\\Ann Lee\\resources");
      Files.createDirectories(copy.resolve("db"));
      for (String name : List.of("changelog.xml", "20260101000000_todos.sql")) {
        Files.write(
            copy.resolve("db").resolve(name), Files.readAllBytes(root.resolve("db").resolve(name)));
      }
      ChangelogPath path = new ChangelogPath("db\\changelog.xml");
      assertThat(path.name()).isEqualTo("db/changelog.xml");
      assertThat(new Fingerprint().files(copy, path::mayRead).value()).isEqualTo(changelogs());
    }
  }

  @Test
  void other_files_do_not_matter() throws IOException {
    String before = changelogs();
    write("static/index.html", "how we migrate");
    assertThat(changelogs()).isEqualTo(before);
  }

  @Test
  void a_directory_that_does_not_exist_is_empty() throws IOException {
    assertThat(new Fingerprint().files(root.resolve("absent"), name -> true).value())
        .isEqualTo(new Fingerprint().value());
  }

  @Test
  void neighbouring_texts_do_not_run_into_each_other() {
    assertThat(new Fingerprint().text("ab").text("c").value())
        .isNotEqualTo(new Fingerprint().text("a").text("bc").value());
  }

  @Test
  void a_jar_counts_as_the_directory_it_was_made_of() throws IOException {
    Path jar = root.resolveSibling(root.getFileName() + ".jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      pack(out);
    }
    assertThat(new Fingerprint().classes(jar).value())
        .isEqualTo(new Fingerprint().classes(root).value());
    Files.delete(jar);
  }

  @Test
  void a_file_of_fingerprints_matches_only_what_was_written() throws IOException {
    FingerprintFile file = new FingerprintFile(root.resolve("state/default.fingerprint"));
    assertThat(file.matches("in", "out")).isFalse();
    file.write("in", "out");
    assertThat(file.matches("in", "out")).isTrue();
    assertThat(file.matches("changed", "out")).isFalse();
    assertThat(file.matches("in", "edited")).isFalse();
    file.delete();
    assertThat(file.matches("in", "out")).isFalse();
  }

  private void pack(OutputStream out) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry("META-INF/MANIFEST.MF"));
      jar.write("Build-Jdk-Spec: 25".getBytes(UTF_8));
      for (String name : List.of("db/changelog.xml", "db/20260101000000_todos.sql")) {
        jar.putNextEntry(new JarEntry(name));
        jar.write(Files.readAllBytes(root.resolve(name)));
      }
    }
  }

  private String changelogs() throws IOException {
    return new Fingerprint().files(root, new ChangelogPath("db/changelog.xml")::mayRead).value();
  }

  private void write(String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
