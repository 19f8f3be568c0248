package dev.croft.documentation;

/**
 * A foreign key of a diagram.
 *
 * @param from the table that is referred to
 * @param fromColumn where the line begins
 * @param to the table that refers
 * @param isOptional whether a row may refer to none
 * @param isUnique whether at most one row refers to any other
 */
record DiagramLine(
    String from,
    String fromColumn,
    String to,
    String toColumn,
    boolean isOptional,
    boolean isUnique,
    String text) {

  static DiagramLine of(Table table, Table.Reference reference) {
    return new DiagramLine(
        reference.table(),
        reference.referenced().getLast(),
        table.name(),
        reference.columns().getLast(),
        table.isOptional(reference),
        table.isUnique(reference),
        "%s (%s) → %s"
            .formatted(table.name(), String.join(", ", reference.columns()), reference.table()));
  }
}
