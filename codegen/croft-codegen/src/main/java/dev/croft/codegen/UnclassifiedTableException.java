package dev.croft.codegen;

import java.util.List;

/** Tables whose comment does not say whose rows they hold. */
public final class UnclassifiedTableException extends CodegenException {

  private static final long serialVersionUID = 1L;

  private final transient List<TableName> tables;

  UnclassifiedTableException(List<TableName> tables) {
    super(
        "%s not classified".formatted(subject(tables)),
        "nothing says whose rows: the comment has no @scope tag",
        "Add `select croft.tenant_table('%s');` to the changeset, or for rows that are not one"
                .formatted(tables.getFirst())
            + " tenant's, call croft.shared_table, croft.global_table or croft.system_table.");
    this.tables = List.copyOf(tables);
  }

  /** The tables without a scope, in order of schema and name. */
  public List<TableName> tables() {
    return tables;
  }

  private static String subject(List<TableName> tables) {
    return tables.size() == 1
        ? "Table %s is".formatted(tables.getFirst())
        : "Tables %s are".formatted(tables.stream().map(TableName::toString).toList());
  }
}
