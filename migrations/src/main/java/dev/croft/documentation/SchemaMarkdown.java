package dev.croft.documentation;

import static dev.croft.documentation.Markdown.code;
import static dev.croft.documentation.Markdown.table;
import static dev.croft.documentation.Markdown.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A schema in Markdown, for GitHub and for whoever reads it as text. */
final class SchemaMarkdown {
  static final String BEGINNING = "<!-- Written by croft docs. -->\n";

  private final Schema schema;
  private final String title;

  SchemaMarkdown(Schema schema, String title) {
    this.schema = schema;
    this.title = title;
  }

  String text() {
    List<String> parts =
        new ArrayList<>(List.of(BEGINNING, "# " + words(title) + "\n", facts(), scopes()));
    if (schema.personalColumns() > 0) {
      parts.add("## Personal data\n");
      parts.add(personalData());
    }
    schema.namespaces().keySet().forEach(namespace -> parts.addAll(namespace(namespace)));
    return String.join("\n", parts);
  }

  private String facts() {
    return "%d tables and views, %d columns, %d of them with personal data. PostgreSQL %s.%s\n"
        .formatted(
            schema.relations().size(),
            schema.columns(),
            schema.personalColumns(),
            words(schema.version()),
            schema
                .lastChangeset()
                .map(changeset -> " Last changeset: %s.".formatted(code(changeset)))
                .orElse(""));
  }

  private String scopes() {
    return table(
        List.of("Scope", "Tables", "Meaning"),
        Stream.of(Scope.values())
            .filter(scope -> !schema.ofScope(scope).isEmpty())
            .map(
                scope ->
                    List.of(
                        scope.word(),
                        Integer.toString(schema.ofScope(scope).size()),
                        scope.meaning)));
  }

  private String personalData() {
    return table(
        List.of("Column", "Category", "Scope", "Description"),
        schema.relations().stream()
            .flatMap(
                relation -> relation.personalColumns().map(column -> personal(relation, column))));
  }

  private static List<String> personal(Relation relation, Relation.Column column) {
    return List.of(
        code(relation.name() + "." + column.name()),
        words(column.comment().personal().orElseThrow()),
        words(relation.scope().orElse("")),
        words(column.comment().prose()));
  }

  private List<String> namespace(String namespace) {
    List<String> parts = new ArrayList<>(List.of("## " + code(namespace) + "\n"));
    String prose = schema.comment(namespace).prose();
    if (!prose.isEmpty()) {
      parts.add(words(prose) + "\n");
    }
    EntityDiagram diagram = EntityDiagram.of(namespace, schema.tables());
    if (!diagram.tables().isEmpty()) {
      parts.add(diagram.text());
    }
    schema.in(namespace).forEach(each -> parts.add(new RelationMarkdown(schema, each).text()));
    return parts;
  }
}
