package dev.croft.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.meta.Definition;
import org.jooq.meta.TableDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of jOOQ know stays theirs, but for what the fence stands on. */
class HooksTest {

  private static final String ADVICE =
      ". Set forcedTypes, includes, excludes, includeExcludeColumns and properties of the"
          + " database, the name of a strategy, and that of a generator that extends"
          + " TableGenerator.";

  @TempDir private Path directory;

  @Test
  void types_names_and_patterns_are_heeded() throws IOException {
    generate(
        """
        <configuration xmlns="http://www.jooq.org/xsd/jooq-codegen-3.19.0.xsd">
          <generator>
            <strategy><name>%s</name></strategy>
            <database>
              <forcedTypes>
                <forcedType>
                  <userType>java.net.URI</userType>
                  <converter>com.example.UriConverter</converter>
                  <includeExpression>.*\\.title</includeExpression>
                </forcedType>
              </forcedTypes>
              <includes>content\\..*</includes>
              <excludes>.*todo_notes|content\\.todos\\.version</excludes>
              <includeExcludeColumns>true</includeExcludeColumns>
            </database>
          </generator>
        </configuration>
        """
            .formatted(Prefixed.class.getName()));
    Path tables = directory.resolve("out/com/acme/schema/content/tables");
    assertThat(tables.resolve("TodoNotes.java")).doesNotExist();
    assertThat(tables.resolve("QTodos.java"))
        .content()
        .contains("TableField<QTodosRecord, URI> TITLE", "implements ScopedTable")
        .contains("new UriConverter()")
        .contains(
            "import dev.croft.schema.public_.tables.Tenants.TenantsPath;",
            "column title text not null as java.net.URI")
        .doesNotContain("VERSION");
  }

  /** A strategy that knows nothing of Croft. */
  public static final class Prefixed extends DefaultGeneratorStrategy {
    @Override
    public String getJavaClassName(Definition definition, Mode mode) {
      String name = super.getJavaClassName(definition, mode);
      return definition instanceof TableDefinition ? "Q" + name : name;
    }
  }

  @Test
  void the_tenant_column_cannot_be_left_out() {
    refused(
            database(
                "<excludes>.*tenant_id</excludes><includeExcludeColumns>true</includeExcludeColumns>"))
        .hasMessageContaining("tenant_id of table")
        .hasMessageEndingWith(
            "is part of the fence: the jOOQ configuration excludes it. Leave it in, and leave it"
                + " a UUID: keep its name out of the patterns.");
  }

  @Test
  void the_tenant_column_cannot_be_something_else() {
    refused(
            database(
                "<forcedTypes><forcedType><name>VARCHAR</name>"
                    + "<includeExpression>content.*tenant_id</includeExpression>"
                    + "</forcedType></forcedTypes>"))
        .hasMessageContaining("a forced type makes it something else than a UUID");
  }

  @Test
  void tables_of_croft_cannot_be_left_out() {
    refused(database("<excludes>users</excludes>"))
        .hasMessage(
            "Table public.users cannot be left out: the jOOQ configuration excludes it, and it is"
                + " Croft's. Qualify the pattern with your schema, or leave the table in.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"target", "generate", "database/schemata", "database/name"})
  void what_croft_sets_is_refused(String path) {
    String name = path.replaceFirst(".*/", "");
    String element = "<%1$s/>".formatted(name);
    refused(
            path.startsWith("database")
                ? database(element)
                : "<generator>" + element + "</generator>")
        .hasMessage(
            "The jOOQ configuration was not used because of element %s: it is for Croft to set%s"
                .formatted(name, ADVICE));
  }

  @Test
  void a_connection_of_its_own_is_refused() {
    refused("<configuration><jdbc/><generator/></configuration>")
        .hasMessageContaining("because of element jdbc: it is for Croft to set");
  }

  @Test
  void a_misspelt_element_is_refused() {
    refused(database("<forcedTypes><forcedType><userTyp>X</userTyp></forcedType></forcedTypes>"))
        .hasMessageContaining("userTyp");
  }

  @Test
  void a_strategy_that_is_not_there_is_named() {
    refused("<generator><strategy><name>com.example.Absent</name></strategy></generator>")
        .hasMessage(
            "The jOOQ configuration was not used because of class com.example.Absent: it is not on"
                + " the class path of the generator, be it the plugin's"
                + ADVICE);
  }

  @Test
  void a_generator_that_knows_no_scopes_is_refused() {
    refused("<generator><name>org.jooq.codegen.KotlinGenerator</name></generator>")
        .hasMessageContaining("it is no dev.croft.codegen.TableGenerator");
  }

  @Test
  void properties_of_croft_are_its_own() {
    refused(
            database(
                "<properties><property><key>croft.base.schemas</key><value/></property>"
                    + "</properties>"))
        .hasMessageContaining("because of property croft.base.schemas");
  }

  @Test
  void no_document_reads_other_files() {
    refused("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><generator>&e;</generator>")
        .hasMessageContaining("DOCTYPE");
  }

  private static String database(String elements) {
    return "<generator><database>" + elements + "</database></generator>";
  }

  private AbstractThrowableAssert<?, ?> refused(String configuration) {
    return assertThatThrownBy(() -> generate(configuration)).isInstanceOf(HookException.class);
  }

  private void generate(String configuration) throws IOException {
    Path file = Files.writeString(directory.resolve("jooq.xml"), configuration);
    Codegen.run(
        new CodegenRequest(
            "todos/changelog.xml",
            "com.acme.schema",
            List.of("content", "planning"),
            directory.resolve("out"),
            List.of(),
            Optional.of(file)));
  }
}
