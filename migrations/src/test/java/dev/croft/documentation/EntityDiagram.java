package dev.croft.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws the tables of one namespace in Mermaid. A foreign key that is part of another one, such as
 * the tenant's, is left out.
 */
record EntityDiagram(String namespace, List<Table> tables) {

  static EntityDiagram of(String namespace, List<Table> tables) {
    return new EntityDiagram(
        namespace, tables.stream().filter(table -> table.namespace().equals(namespace)).toList());
  }

  String text() {
    List<String> lines = new ArrayList<>(List.of("```mermaid", "erDiagram"));
    tables.stream().flatMap(this::relations).forEach(lines::add);
    neighbours().forEach(lines::add);
    tables.stream().flatMap(this::entity).forEach(lines::add);
    lines.add("```");
    return String.join("\n", lines) + "\n";
  }

  private Stream<String> relations(Table table) {
    return drawn(table)
        .map(
            reference ->
                "  %s %s--%s %s : \"%s\""
                    .formatted(
                        entityName(reference.table()),
                        isOptional(table, reference) ? "|o" : "||",
                        isUnique(table, reference) ? "o|" : "o{",
                        entityName(table.name()),
                        String.join(", ", reference.columns())));
  }

  private static Stream<Table.Reference> drawn(Table table) {
    return table.references().stream()
        .filter(reference -> table.references().stream().noneMatch(reference::isWithin));
  }

  private static boolean isOptional(Table table, Table.Reference reference) {
    return reference.columns().stream().anyMatch(column -> table.column(column).isOptional());
  }

  private static boolean isUnique(Table table, Table.Reference reference) {
    return table.keys().stream().anyMatch(reference.columns()::containsAll);
  }

  /** Tables of other namespaces that are referred to: a name and nothing more. */
  private Stream<String> neighbours() {
    return tables.stream()
        .flatMap(EntityDiagram::drawn)
        .map(Table.Reference::table)
        .filter(name -> !name.startsWith(namespace + "."))
        .distinct()
        .sorted()
        .map(name -> "  %s[\"%s\"]".formatted(entityName(name), name));
  }

  private Stream<String> entity(Table table) {
    Stream<String> columns = table.columns().stream().map(column -> attribute(table, column));
    return Stream.of(
            Stream.of("  %s {".formatted(entityName(table.name()))), columns, Stream.of("  }"))
        .flatMap(lines -> lines);
  }

  private static String attribute(Table table, Table.Column column) {
    String marks = String.join(", ", marks(table, column.name()));
    return "    %s %s%s%s"
        .formatted(
            column.type(),
            column.name(),
            marks.isEmpty() ? "" : " " + marks,
            column.isOptional() ? " \"optional\"" : "");
  }

  private static List<String> marks(Table table, String column) {
    List<String> marks = new ArrayList<>();
    if (table.primaryKey().contains(column)) {
      marks.add("PK");
    }
    if (table.isReference(column)) {
      marks.add("FK");
    }
    if (table.keys().stream()
        .filter(key -> !key.equals(table.primaryKey()))
        .anyMatch(key -> SampleValues.columns(key).contains(column))) {
      marks.add("UK");
    }
    return marks;
  }

  private String entityName(String table) {
    return table.startsWith(namespace + ".")
        ? table.substring(namespace.length() + 1)
        : table.replace('.', '_');
  }
}
