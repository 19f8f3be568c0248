package dev.croft.migrations;

import java.util.List;

/**
 * A changeset as it is written, whether or not it could be applied.
 *
 * @param file the path of the file that it stands in
 * @param isInTransaction whether its statements are committed together, or each by itself
 * @param hasRollback whether Liquibase knows how to roll it back
 * @param note what its comment element says, in XML or YAML; empty in SQL
 * @param statements what Liquibase would run
 */
public record WrittenChangeset(
    ChangesetId id,
    String file,
    boolean isInTransaction,
    boolean hasRollback,
    String note,
    List<String> statements) {
  public WrittenChangeset {
    statements = List.copyOf(statements);
  }
}
