package dev.croft.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.consumer.Project.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A new user adds two tables with ten mistakes, reads what the build says, pastes what it offers,
 * and builds. Runs after everything is published, so not among the tests; each step goes on where
 * the one before it ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class NewUserPathCheck {

  private static final List<String> MISTAKES =
      List.of(
          "boolean-name",
          "column-comment",
          "constraint-unnamed",
          "foreign-key-index-missing",
          "id-default-missing",
          "index-begins-with-tenant",
          "jsonb-not-json",
          "table-comment",
          "text-not-varchar",
          "timestamptz-not-timestamp");

  private static Project project;

  @BeforeAll
  static void begin() throws IOException {
    project = Project.in(Path.of(System.getProperty("consumer.directory"), "todo"));
  }

  @Test
  @Order(1)
  void a_changelog_is_begun_for_each_table() throws Exception {
    for (String description : List.of("create todo_lists", "create todos")) {
      Outcome outcome = project.maven("-q", "croft:new", "-Dcroft.description=" + description);
      assertThat(outcome.isSuccess()).as(outcome.output()).isTrue();
    }
    assertThat(project.changelog("_create_content_schema.sql")).exists();
    assertThat(project.file("src/main/resources/db/changelog.xml"))
        .content()
        .contains("croft/changelog.xml", "_create_todo_lists.sql", "_create_todos.sql");
  }

  @Test
  @Order(2)
  void a_build_with_ten_mistakes_says_them_all() throws Exception {
    edit();
    Outcome outcome = project.maven("verify");
    assertThat(outcome.isSuccess()).as(outcome.output()).isFalse();
    assertThat(outcome.output())
        .contains("croft lint: it found what should not be so (exit code 3).");
    assertThat(Finding.in(outcome.output())).extracting(Finding::rule).containsAll(MISTAKES);
    paste(Finding.in(outcome.output()));
  }

  @Test
  @Order(3)
  void with_the_fixes_pasted_it_builds() throws Exception {
    project.writeClass("Titles.java");
    Outcome outcome = project.maven("verify");
    assertThat(outcome.isSuccess()).as(outcome.output()).isTrue();
    assertThat(outcome.output()).contains("0 errors, 0 warnings");
    try (JarFile jar = new JarFile(project.file("target/todo-1.jar").toFile())) {
      assertThat(jar.stream().map(Object::toString))
          .contains("com/example/Titles.class", "com/example/schema/content/tables/Todos.class");
    }
  }

  @Test
  @Order(4)
  void the_next_build_starts_no_database_for_the_classes_and_finds_them_up_to_date()
      throws Exception {
    Outcome outcome =
        project.maven("process-classes", "croft:check", "-Dcroft.classes=target/todo-1.jar");
    assertThat(outcome.isSuccess()).as(outcome.output()).isTrue();
    assertThat(outcome.output())
        .contains("Table classes: unchanged since they were generated")
        .contains("target/todo-1.jar is what the changelog makes.");
  }

  /** One of each, in what the commands wrote. */
  private static void edit() throws IOException {
    Path lists = project.changelog("_create_todo_lists.sql");
    replace(
        lists,
        "  created_at",
        "  name text not null,\n  archived boolean not null default false,\n"
            + "  settings json,\n  created_at");
    replace(lists, " default croft.uuid_v7()", "");
    replace(lists, "What one row stands for.", "");
    replace(lists, "\nselect croft", "\ncreate index todo_lists_name_ix on content.todo_lists (name);\n\nselect croft");
    Path todos = project.changelog("_create_todos.sql");
    replace(
        todos,
        "  created_at",
        "  title text not null,\n  email text,\n  unique (tenant_id, title),\n  created_at");
    replace(
        todos,
        "\nselect croft",
        "\ncreate index todos_title_ix on content.todos (tenant_id);\n\nselect croft");
  }

  private static void paste(List<Finding> findings) throws IOException {
    for (Finding each : findings) {
      replace(
          project.file("src/main/resources").resolve(each.file()),
          "\n--rollback",
          "\n" + each.fix() + "\n--rollback");
    }
  }

  private static void replace(Path file, String old, String fresh) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(fresh)));
  }
}
