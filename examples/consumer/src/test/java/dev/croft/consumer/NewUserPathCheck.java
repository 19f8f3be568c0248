package dev.croft.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A new user adds two tables with ten mistakes, reads what the build says, pastes what it offers,
 * and builds. Runs when everything is published, so not among the tests; each step goes on where
 * the one before it ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class NewUserPathCheck {

  private static final List<String> TABLES = List.of("todo_lists", "todos");
  private static final String LISTS = "create_todo_lists.sql:";
  private static final String TODOS = "create_todos.sql:";

  private static final List<String> MISTAKES =
      List.of(
          "error grant-missing: " + TODOS + "36, column content.todos.due_on",
          "warning id-default-missing: " + LISTS + "4, column content.todo_lists.id",
          "warning column-comment: " + LISTS + "4, column content.todo_lists.name",
          "warning table-comment: " + LISTS + "4, table content.todo_lists",
          "warning pii-category-missing: " + TODOS + "4, column content.todos.assignee_name",
          "warning numeric-not-float: " + TODOS + "4, column content.todos.estimated_cost",
          "warning boolean-name: " + LISTS + "4, column content.todo_lists.archived",
          "warning constraint-unnamed: "
              + TODOS
              + "4, constraint todos_tenant_id_list_id_title_key on content.todos",
          "hint index-begins-with-tenant: " + LISTS + "16, index content.todo_lists_created_idx",
          "hint email-address-name: " + TODOS + "4, column content.todos.assignee_email");

  private static Project project;
  private static Maven maven;
  private static List<Finding> findings = List.of();

  @BeforeAll
  static void begin() throws Exception {
    project = Project.begin("todo");
    maven = project.maven();
  }

  @Test
  @Order(1)
  void a_changelog_is_begun_for_each_table() throws Exception {
    for (String table : TABLES) {
      maven.run("croft:new", "-Dcroft.author=ann", "-Dcroft.description=create " + table).built();
    }
    assertThat(project.file("src/main/resources/db/changelog.xml"))
        .content()
        .contains("croft/changelog.xml", "_create_todo_lists.sql", "_create_todos.sql");
  }

  @Test
  @Order(2)
  void a_build_says_where_the_ten_mistakes_are() throws Exception {
    for (String table : TABLES) {
      edit("create_" + table);
    }
    Outcome outcome = maven.run("verify").refused();
    assertThat(outcome.output())
        .contains("1 error, 7 warnings, 2 hints.")
        .contains("croft lint: it found what should not be so (exit code 3).");
    findings = Finding.in(outcome.output());
    assertThat(findings).extracting(Finding::place).containsExactlyElementsOf(MISTAKES);
  }

  /** What the command wrote is the beginning of what the user made of it. */
  private static void edit(String description) throws Exception {
    Path file = project.changelog(description);
    String begun = Files.readString(file).lines().limit(5).collect(Collectors.joining("\n"));
    String edited = Project.resource(description + ".sql");
    assertThat(edited).startsWith(begun);
    Files.writeString(file, edited);
  }

  @Test
  @Order(3)
  void with_one_fix_left_out_it_is_refused_for_that() throws Exception {
    Finding left = findings.get(0);
    for (Finding each : findings.subList(1, findings.size())) {
      project.paste(each);
    }
    Outcome outcome = maven.run("croft:lint").refused();
    assertThat(outcome.output()).contains("1 error, 0 warnings, 0 hints.");
    assertThat(Finding.in(outcome.output())).extracting(Finding::rule).containsExactly(left.rule());
    project.paste(left);
  }

  @Test
  @Order(4)
  void with_all_fixes_pasted_it_builds() throws Exception {
    project.write("src/main/java/com/example/Titles.java", Project.resource("Titles.java"));
    Outcome outcome =
        maven.run("verify", "croft:check", "-Dcroft.classes=target/todo-1.jar").built();
    assertThat(outcome.output())
        .contains("0 errors, 0 warnings, 0 hints.")
        .contains("target/todo-1.jar is what the changelog makes.");
    try (JarFile jar = new JarFile(project.file("target/todo-1.jar").toFile())) {
      assertThat(jar.stream().map(Object::toString))
          .contains("com/example/Titles.class", "com/example/schema/content/tables/Todos.class");
    }
  }
}
