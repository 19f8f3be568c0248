package dev.croft.codegen;

import org.jspecify.annotations.Nullable;

/**
 * A table or view of the catalogue.
 *
 * @param fenced whether row-level security is enabled and forced on the table, or the view queries
 *     as its invoker
 */
record Relation(TableName name, Kind kind, @Nullable String comment, boolean fenced) {

  enum Kind {
    TABLE,
    VIEW,
    MATERIALIZED_VIEW;

    static Kind of(String relkind) {
      return switch (relkind) {
        case "v" -> VIEW;
        case "m" -> MATERIALIZED_VIEW;
        default -> TABLE;
      };
    }
  }
}
