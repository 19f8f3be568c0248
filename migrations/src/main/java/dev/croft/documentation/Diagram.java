package dev.croft.documentation;

import java.util.List;
import java.util.stream.Stream;

/** The tables of one namespace, those of others that they refer to, and the lines between. */
record Diagram(List<DiagramBox> boxes, List<DiagramLine> lines) {

  static Diagram of(String namespace, List<Table> tables) {
    List<Table> own = tables.stream().filter(table -> table.namespace().equals(namespace)).toList();
    List<String> names = own.stream().map(Table::name).toList();
    List<DiagramLine> lines =
        own.stream()
            .flatMap(
                table ->
                    table.drawnReferences().stream()
                        .map(reference -> DiagramLine.of(table, reference)))
            .toList();
    Stream<DiagramBox> elsewhere =
        lines.stream()
            .map(DiagramLine::from)
            .filter(name -> !names.contains(name))
            .distinct()
            .sorted()
            .map(DiagramBox::elsewhere);
    return new Diagram(Stream.concat(elsewhere, own.stream().map(DiagramBox::of)).toList(), lines);
  }
}
