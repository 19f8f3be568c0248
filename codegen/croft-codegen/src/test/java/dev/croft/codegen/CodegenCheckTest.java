package dev.croft.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.codegen.Difference.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Code that was generated from one changelog, held against it and against a later one. */
@TestInstance(Lifecycle.PER_CLASS)
class CodegenCheckTest {

  private static final Path TODOS = Path.of("com/acme/schema/content/tables/Todos.java");
  private static final FileTime LONG_AGO = FileTime.fromMillis(0);

  private final Path base;
  private final Path user;
  private final Path compiled;
  private final Path later;

  CodegenCheckTest(@TempDir Path directory) throws IOException {
    this.base = directory.resolve("base");
    this.user = directory.resolve("user");
    this.compiled = Files.createDirectories(directory.resolve("classes"));
    this.later = Files.createDirectories(directory.resolve("later"));
  }

  @BeforeAll
  void generate_and_compile() throws Exception {
    Codegen.run(new CodegenRequest("croft/changelog.xml", "dev.croft.schema", List.of(), base));
    Codegen.run(request(user));
    CompiledClasses.of(
            compiled, base, user, Path.of(CodegenCheckTest.class.getResource("/isolation").toURI()))
        .close();
    for (Path file : list(user)) {
      Files.setLastModifiedTime(file, LONG_AGO);
    }
    writeLaterChangelog();
  }

  private static List<Path> list(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  private void writeLaterChangelog() throws Exception {
    Path todos = Path.of(CodegenCheckTest.class.getResource("/todos").toURI());
    Files.createDirectories(later.resolve("todos"));
    for (Path file : list(todos)) {
      String text = Files.readString(file);
      Files.writeString(
          later.resolve("todos").resolve(file.getFileName()),
          text.replace(
              "</databaseChangeLog>",
              "<include file=\"todos/20260102000000_later.sql\"/></databaseChangeLog>"));
    }
    Files.writeString(
        later.resolve("todos/20260102000000_later.sql"),
        """
        --liquibase formatted sql

        --changeset test:later
        alter table content.todos add done_at timestamptz;
        alter table content.todos alter due_on set not null;
        drop table content.todo_notes;
        --rollback not required
        """);
  }

  @AfterAll
  void the_code_is_as_it_was() throws IOException {
    assertThat(list(user))
        .allMatch(
            file -> {
              try {
                return Files.getLastModifiedTime(file).equals(LONG_AGO);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  @Test
  void code_of_these_changelogs_is_not_behind() {
    assertThat(Codegen.check(request(user))).isEmpty();
    assertThat(Codegen.checkClasses(request(user), compiled)).isEmpty();
  }

  @Test
  void generating_it_again_leaves_every_file_alone() {
    assertThat(Codegen.run(request(user)).written()).isZero();
  }

  @Test
  void line_ends_of_another_system_are_no_difference(@TempDir Path copy) throws IOException {
    for (Path file : list(user)) {
      Path to = copy.resolve(user.relativize(file).toString());
      Files.createDirectories(to.getParent());
      Files.writeString(to, Files.readString(file).replace("\n", "\r\n"));
    }
    assertThat(Codegen.check(request(copy))).isEmpty();
  }

  @Test
  void what_differs_is_said_of_each_file_that_does() {
    assertThat(Codegen.check(laterRequest(user)))
        .contains(
            new Difference(
                Kind.CHANGED,
                TODOS.toString().replace('\\', '/'),
                List.of(
                    "column done_at: timestamp with time zone in the changelogs, absent in the code",
                    "column due_on: date not null in the changelogs, date in the code")),
            new Difference(Kind.STALE, "com/acme/schema/content/tables/TodoNotes.java", List.of()));
  }

  @Test
  void a_file_that_somebody_deleted_is_missing(@TempDir Path empty) {
    assertThat(Codegen.check(request(empty)))
        .contains(new Difference(Kind.MISSING, TODOS.toString().replace('\\', '/'), List.of()));
  }

  @Test
  void packaged_code_says_which_tables_it_is_behind_in(@TempDir Path directory) throws Exception {
    Path jar = directory.resolve("app.jar");
    pack(jar);
    assertThat(Codegen.checkClasses(laterRequest(user), jar))
        .containsExactly(
            new Difference(
                Kind.CHANGED,
                "content.todos",
                List.of(
                    "column done_at: timestamp with time zone in the changelogs, absent in the code",
                    "column due_on: date not null in the changelogs, date in the code")),
            new Difference(Kind.STALE, "content.todo_notes", List.of()));
  }

  @Test
  void a_jar_without_table_classes_lacks_every_table(@TempDir Path directory) throws IOException {
    Path jar = directory.resolve("empty.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream empty = new ZipOutputStream(out)) {
      empty.finish();
    }
    assertThat(Codegen.checkClasses(request(user), jar))
        .extracting(Difference::kind)
        .containsOnly(Kind.MISSING)
        .hasSizeGreaterThan(4);
  }

  private void pack(Path jar) throws Exception {
    URI uri = URI.create("jar:" + jar.toUri());
    try (FileSystem files = FileSystems.newFileSystem(uri, Map.of("create", "true"))) {
      for (Path file : list(compiled)) {
        Path to = files.getPath("/" + compiled.relativize(file).toString().replace('\\', '/'));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  private static CodegenRequest request(Path output) {
    return new CodegenRequest(
        "todos/changelog.xml", "com.acme.schema", List.of("content", "planning"), output);
  }

  private CodegenRequest laterRequest(Path output) {
    return new CodegenRequest(
        "todos/changelog.xml",
        "com.acme.schema",
        List.of("content", "planning"),
        output,
        List.of(later),
        Optional.empty());
  }
}
