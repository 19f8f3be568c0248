package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  private static final Result UNCHANGED =
      new Result(0, "src/main/generated: unchanged since it was generated.\n", "");

  private final Path directory;
  private final Shell shell;

  GenerateCommandTest(@TempDir Path directory) {
    this.directory = directory;
    this.shell = new Shell(directory);
    shell.run("new", "create", "todos", "--author", "ann");
    shell.run("new", "create", "notes", "--author", "ann");
  }

  private Result generate(String... more) {
    List<String> arguments =
        List.of("generate", "--package", "com.example.schema", "--schema", "content");
    return shell.run(Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void what_is_as_it_was_is_not_generated_again() {
    Result first = generate();
    assertThat(first.out()).matches("src/main/generated: \\d+ files written, 0 unchanged, .*\n");
    assertThat(generate()).isEqualTo(UNCHANGED);
    String files = first.out().replaceAll("\\D+", " ").strip().split(" ", 2)[0];
    assertThat(generate("--json").out())
        .isEqualTo(
            "{\n  \"written\" : 0,\n  \"unchanged\" : %s,\n  \"deleted\" : 0\n}\n"
                .formatted(files));
  }

  @Test
  void whatever_changed_is_noticed() {
    generate();
    shell.write(
        "src/main/generated/com/example/schema/content/tables/Todos.java", "class Todos {}");
    assertThat(generate().out()).contains(": 1 files written, ");
    edit("create_todos.sql", "What one row stands for.", "What is to be done.");
    assertThat(generate().out()).doesNotContain("unchanged since");
    edit("create_todos.sql", "--rollback drop table content.todos;", "--rollback not required");
    assertThat(generate().out()).contains(": 0 files written, ");
    shell.write("jooq.xml", "<generator/>");
    assertThat(generate("--jooq", "jooq.xml").out()).contains(": 0 files written, ");
    assertThat(generate("--jooq", "jooq.xml")).isEqualTo(UNCHANGED);
    assertThat(generate("--package", "com.example.other").status()).isEqualTo(ExitStatus.USAGE);
    assertThat(generate("--schema", "public").out()).doesNotContain("unchanged since");
  }

  @Test
  void code_beside_what_is_generated_does_not_matter() {
    String first = generate("--json").out();
    shell.write("src/main/generated/com/example/Main.java", "class Main {}");
    assertThat(generate()).isEqualTo(UNCHANGED);
    assertThat(generate("--json").out())
        .isEqualTo(
            first
                .replaceFirst("\"unchanged\" : 0", "\"unchanged\" : WRITTEN")
                .replaceFirst("\"written\" : (\\d+)(.*\\s.*)WRITTEN", "\"written\" : 0$2$1"));
  }

  @Test
  void a_failure_is_not_remembered_as_a_success() {
    generate();
    edit("create_todos.sql", "select croft.tenant_table", "select croft.tenant_tabel");
    assertThat(generate().status()).isEqualTo(ExitStatus.FAILED);
    assertThat(generate().status()).isEqualTo(ExitStatus.FAILED);
    edit("create_todos.sql", "select croft.tenant_tabel", "select croft.tenant_table");
    assertThat(generate()).isEqualTo(UNCHANGED);
  }

  @Test
  void the_account_of_it_is_kept_out_of_version_control_and_may_be_lost() throws IOException {
    generate();
    Path records = directory.resolve(".croft/generate");
    assertThat(records.resolve(".gitignore")).hasContent("*");
    try (Stream<Path> files = Files.list(records)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    assertThat(generate().out()).contains(": 0 files written, ");
    assertThat(generate()).isEqualTo(UNCHANGED);
  }

  private void edit(String name, String from, String to) {
    try (Stream<Path> files = Files.walk(directory.resolve("src/main/resources"))) {
      Path file = files.filter(each -> each.toString().endsWith(name)).findFirst().orElseThrow();
      String text = Files.readString(file);
      assertThat(text).contains(from);
      Files.writeString(file, text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
