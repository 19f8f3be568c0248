package dev.croft.documentation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SchemaDocumentTest {
  private static final String WRITE = "croft.docs.write";
  private static final String COMMAND =
      "docs/schema.md is stale. Renew its diagrams: mvn -pl migrations verify -Dtest=SchemaDocumentTest -D"
          + WRITE;
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

  private static SchemaDocument drawn(List<Table> tables) {
    SchemaDocument document = SchemaDocument.read();
    for (String namespace : BaseSchema.NAMESPACES) {
      document = document.with(namespace, EntityDiagram.of(namespace, tables).text());
    }
    return document;
  }

  @Test
  void the_diagrams_show_the_catalogue() throws IOException {
    if (System.getProperty(WRITE) != null) {
      Files.writeString(SchemaDocument.PATH, drawn(BaseSchema.tables()).text());
    }
    assertThat(SchemaDocument.read().text())
        .as(COMMAND)
        .isEqualTo(drawn(BaseSchema.tables()).text());
  }

  @Test
  void a_changed_catalogue_makes_them_stale() {
    try (BaseDatabase database =
        BaseDatabase.after("alter table auth.roles add column colour text")) {
      assertThat(drawn(BaseSchema.tables(database)).text())
          .contains("    text colour \"optional\"\n")
          .isNotEqualTo(SchemaDocument.read().text());
    }
  }

  @Test
  void a_diagram_tells_keys_options_and_how_many() {
    EntityDiagram placements = EntityDiagram.of("admin", BaseSchema.tables());
    assertThat(placements.text())
        .contains(
            """
              computes |o--o{ tenant_placements : "compute_id"
              public_tenants ||--o| tenant_placements : "tenant_id"
              public_tenants["public.tenants"]
            """,
            """
              tenant_placements {
                uuid tenant_id PK, FK
                text tier
                uuid compute_id FK "optional"
            """);
  }

  @Test
  void every_table_and_view_is_described() {
    List<Table> tables = BaseSchema.tables();
    assertThat(SchemaDocument.read().sections(tables).stream().map(Section::table))
        .containsExactlyInAnyOrderElementsOf(tables);
    assertThat(SchemaDocument.read().views()).isEqualTo(BaseSchema.views());
  }

  @Test
  void every_test_that_it_names_is_there() {
    Set<MatchResult> named = TEST.matcher(SchemaDocument.read().text()).results().collect(toSet());
    assertThat(named).hasSizeGreaterThan(8).allMatch(SchemaDocumentTest::isThere);
  }

  private static boolean isThere(MatchResult test) {
    try {
      Class<?> type = Class.forName("dev.croft.documentation." + test.group(1));
      return test.group(2) == null
          || Arrays.stream(type.getDeclaredMethods())
              .anyMatch(method -> method.getName().equals(test.group(2)));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
