package dev.croft.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.migrations.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodegenRefusalTest {

  @TempDir private Path output;

  @AfterEach
  void nothing_was_written() throws IOException {
    try (Stream<Path> files = Files.walk(output)) {
      assertThat(files.filter(file -> file.toString().endsWith(".java"))).isEmpty();
    }
  }

  @Test
  void a_table_without_a_scope_is_named_with_the_line_to_add() {
    assertThatThrownBy(() -> generate("unclassified", "content"))
        .isInstanceOf(UnclassifiedTableException.class)
        .hasMessage(
            """
            Table content.todos is not classified: \
            nothing says whose rows: the comment has no @scope tag. \
            Add `select croft.tenant_table('content.todos');` to the changeset, or for rows that \
            are not one tenant's, call croft.shared_table, croft.global_table or \
            croft.system_table.""");
  }

  @Test
  void a_tenant_table_is_not_believed_by_the_name_of_its_column() {
    assertThatThrownBy(() -> generate("keyless", "content"))
        .isInstanceOf(ScopeException.class)
        .hasMessage(
            """
            Table content.todos has no tenant column: \
            a @scope tenant table begins its primary key with a uuid column whose foreign keys \
            lead to public.tenants (id). \
            Declare `tenant_id uuid NOT NULL REFERENCES public.tenants (id)` and the primary key \
            (tenant_id, id).""");
  }

  @Test
  void a_tag_without_row_level_security_is_not_believed() {
    assertThatThrownBy(() -> generate("unfenced", "content"))
        .isInstanceOf(ScopeException.class)
        .hasMessage(
            """
            Table content.todos is not fenced: \
            its comment has a @scope tag, but row-level security is not enabled and forced. \
            Add `select croft.tenant_table('content.todos');` to the changeset, or \
            croft.shared_table.""");
  }

  @Test
  void a_view_that_queries_as_its_owner_is_refused() {
    assertThatThrownBy(() -> generate("ownerview", "content"))
        .isInstanceOf(ScopeException.class)
        .hasMessage(
            """
            Table content.members is a view that sees every tenant's rows: \
            it queries as its owner, whom no policy holds back. \
            Create it WITH (security_invoker).""");
  }

  @Test
  void a_table_with_two_scopes_is_refused() {
    assertThatThrownBy(() -> generate("contradictory", "content"))
        .isInstanceOf(ScopeException.class)
        .hasMessage(
            """
            Table content.todos has more than one scope: \
            its comment has the tags [global, system]. \
            Keep one @scope tag.""");
  }

  @Test
  void a_table_in_a_schema_of_croft_is_refused() {
    assertThatThrownBy(() -> generate("intruder", "content"))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            """
            Table public.todos is in a schema of Croft's: \
            the classes of schema public are in croft-core, and later releases may add tables to it. \
            Create the table in a schema of your own, such as content.todos.""");
  }

  @Test
  void a_schema_of_croft_cannot_be_requested() {
    assertThatThrownBy(() -> generate("todos", "auth"))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            """
            Schema auth is Croft's: \
            its classes are in croft-core, in package dev.croft.schema. \
            List only schemas of your own.""");
  }

  @Test
  void a_schema_without_tables_is_taken_for_a_misspelling() {
    assertThatThrownBy(() -> generate("todos", "contents"))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            """
            Schema contents has no tables: \
            the changelog was applied, and created none there. \
            Check the spelling, or remove the schema from the list.""");
  }

  @Test
  void a_changelog_that_leaves_out_the_base_is_refused() {
    assertThatThrownBy(() -> generate("baseless", "content"))
        .isInstanceOf(BaseChangelogException.class)
        .hasMessage(
            """
            Changelog baseless/changelog.xml does not include croft/changelog.xml: \
            a database it is applied to would lack Croft's own tables. \
            Put `<include file="croft/changelog.xml"/>` before everything else in it.""");
  }

  @Test
  void a_changelog_that_is_not_there_is_named() {
    assertThatThrownBy(() -> generate("absent", "content"))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("absent/changelog.xml");
  }

  @Test
  void a_broken_changelog_is_named_with_its_changeset_and_the_words_of_postgresql() {
    assertThatThrownBy(() -> generate("broken", "content"))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("broken/20260101000000_create_table.sql")
        .hasMessageContaining("create_table")
        .hasMessageContaining("type \"uid\" does not exist");
  }

  @Test
  void the_process_ends_with_the_message_in_its_error_file() throws IOException {
    Path error = output.resolve("error");
    Properties options = new Properties();
    options.put("changelog", "unclassified/changelog.xml");
    options.put("packageName", "com.acme.schema");
    options.put("schemas", "content");
    options.put("outputDirectory", output.toString());
    options.put("errorFile", error.toString());

    assertThat(CodegenMain.run(options)).isEqualTo(1);
    assertThat(error).content().startsWith("Table content.todos is not classified");
  }

  private void generate(String changelog, String schema) {
    Codegen.run(
        new CodegenRequest(
            changelog + "/changelog.xml", "com.acme.schema", List.of(schema), output));
  }
}
