package dev.croft.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Draws the tables of one namespace in Mermaid. A foreign key that is part of another one, such as
 * the tenant's, is left out.
 */
record EntityDiagram(String namespace, List<Table> tables) {
  private static final Pattern NO_PART_OF_A_WORD = Pattern.compile("[^A-Za-z0-9_\\[\\]]");
  private static final Pattern OF_MERMAID = Pattern.compile("[\"<>&#`\\s]");

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
    return table.drawnReferences().stream()
        .map(
            reference ->
                "  %s %s--%s %s : \"%s\""
                    .formatted(
                        entityName(reference.table()),
                        table.isOptional(reference) ? "|o" : "||",
                        table.isUnique(reference) ? "o|" : "o{",
                        entityName(table.name()),
                        String.join(", ", reference.columns())));
  }

  /** Tables of other namespaces that are referred to: a name and nothing more. */
  private Stream<String> neighbours() {
    return tables.stream()
        .flatMap(table -> table.drawnReferences().stream())
        .map(Table.Reference::table)
        .filter(name -> !name.startsWith(namespace + "."))
        .distinct()
        .sorted()
        .map(name -> "  %s[\"%s\"]".formatted(entityName(name), label(name)));
  }

  private Stream<String> entity(Table table) {
    Stream<String> columns = table.columns().stream().map(column -> attribute(table, column));
    return Stream.of(Stream.of("  %s {".formatted(heading(table))), columns, Stream.of("  }"))
        .flatMap(lines -> lines);
  }

  private String heading(Table table) {
    String name = entityName(table.name());
    return name.equals(table.ownName())
        ? name
        : "%s[\"%s\"]".formatted(name, label(table.ownName()));
  }

  private static String attribute(Table table, Table.Column column) {
    String marks = String.join(", ", table.marks(column.name()));
    return "    %s %s%s%s"
        .formatted(
            word(column.type()),
            word(column.name()),
            marks.isEmpty() ? "" : " " + marks,
            column.isOptional() ? " \"optional\"" : "");
  }

  private String entityName(String table) {
    return table.startsWith(namespace + ".")
        ? word(table.substring(namespace.length() + 1))
        : word(table.replace('.', '_'));
  }

  /** What Mermaid takes for one word: a name of other characters gets a number instead of them. */
  private static String word(String name) {
    String plain = NO_PART_OF_A_WORD.matcher(name).replaceAll("_");
    boolean isWord = plain.equals(name) && Character.isLetter(name.charAt(0));
    return isWord ? name : "x%s_%08x".formatted(plain, name.hashCode());
  }

  /** Mermaid has escapes of its own, with a number sign. */
  private static String label(String name) {
    return OF_MERMAID
        .matcher(name)
        .replaceAll(found -> "#%s;".formatted((int) found.group().charAt(0)));
  }
}
