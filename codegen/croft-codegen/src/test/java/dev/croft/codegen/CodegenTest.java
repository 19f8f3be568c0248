package dev.croft.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class CodegenTest {

  private static final String TODOS = "com/acme/schema/content/tables/Todos.java";

  private final Path base;
  private final Path user;
  private CompiledClasses classes;

  CodegenTest(@TempDir Path directory) {
    this.base = directory.resolve("base");
    this.user = directory.resolve("user");
  }

  @BeforeAll
  void generate_and_compile(@TempDir Path compiled) throws Exception {
    Codegen.run(new CodegenRequest("croft/changelog.xml", "dev.croft.schema", List.of(), base));
    Codegen.run(request(user));
    classes = CompiledClasses.of(compiled, base, user, resource("isolation"));
  }

  @AfterAll
  void close() throws IOException {
    classes.close();
  }

  @Test
  void tables_know_their_scope_and_have_readable_paths() throws Exception {
    Schema content = (Schema) classes.constant("com.acme.schema.content.Content", "CONTENT");
    Schema planning = (Schema) classes.constant("com.acme.schema.planning.Planning", "PLANNING");
    assertThat(Outline.of(content) + Outline.of(planning)).isEqualTo(golden("todos/outline.txt"));
  }

  @Test
  void the_base_tables_know_theirs() throws Exception {
    Schema schema = (Schema) classes.constant("dev.croft.schema.public_.Public", "PUBLIC");
    assertThat(Outline.of(schema))
        .contains(
            "public.tenants\n  scope tenant by tenants.id\n",
            "public.tenant_users\n  scope tenant by tenant_users.tenant_id\n",
            "public.users\n  scope shared by users.id = tenant_users.user_id and"
                + " tenant_users.tenant_id\n");
  }

  @Test
  void the_scope_of_an_alias_is_bound_to_the_alias() throws Exception {
    Table<?> todos = (Table<?>) classes.constant("com.acme.schema.content.tables.Todos", "TODOS");
    Table<?> alias = todos.as("t");
    assertThat(alias.getClass().getMethod("scope").invoke(alias))
        .hasToString("TableScope[description=tenant by t.tenant_id]");
  }

  @Test
  void keys_are_named_after_what_they_tell_apart() throws Exception {
    assertThat(classes.constant("com.acme.schema.content.Keys", "TODOS__ASSIGNEE").toString())
        .contains("todos_assignee_id_fkey");
  }

  @Test
  void records_are_equal_when_their_values_are() throws Exception {
    Table<?> todos = (Table<?>) classes.constant("com.acme.schema.content.tables.Todos", "TODOS");
    UUID id = UUID.randomUUID();
    assertThat(record(todos, id)).isEqualTo(record(todos, id)).hasSameHashCodeAs(record(todos, id));
    assertThat(record(todos, id)).isNotEqualTo(record(todos, UUID.randomUUID()));
  }

  private static Record record(Table<?> table, UUID id) {
    Record record = DSL.using(SQLDialect.POSTGRES).newRecord(table);
    record.from(Map.of("id", id));
    return record;
  }

  @Test
  void comments_cannot_break_the_code_or_its_documentation() throws IOException {
    assertThat(Files.readString(user.resolve(TODOS)))
        .contains(
            """
             * What is left to do: 100 % of &lt;it&gt; &amp; "more" * / {&#64;code x} in
             * C:&#92;users. Scope: tenant.
            """,
            "&#64;deprecated in", "Personal data: contact.");
  }

  @Test
  void only_the_requested_schemas_are_written() throws IOException {
    assertThat(SourceTree.texts(user).keySet())
        .allMatch(name -> name.matches("com/acme/schema/(content|planning)/.*"));
  }

  @Test
  void the_same_changelogs_give_the_same_bytes(@TempDir Path again) throws IOException {
    CodegenResult result = Codegen.run(request(again));
    assertThat(SourceTree.texts(again)).isEqualTo(SourceTree.texts(user));
    assertThat(result).isEqualTo(new CodegenResult(SourceTree.texts(user).size(), 0, 0));
  }

  @Test
  void nothing_in_the_files_tells_where_or_when_they_were_made() throws IOException {
    assertThat(SourceTree.texts(user).values())
        .allMatch(text -> text.startsWith("/*\n * " + NamingStrategy.HEADER))
        .noneMatch(text -> text.contains("Generated(") || text.contains("jdbc:"));
  }

  private static CodegenRequest request(Path output) {
    return new CodegenRequest(
        "todos/changelog.xml", "com.acme.schema", List.of("content", "planning"), output);
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(CodegenTest.class.getResource("/" + name).toURI());
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = CodegenTest.class.getResourceAsStream("/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
