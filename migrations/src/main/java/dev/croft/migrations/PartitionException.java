package dev.croft.migrations;

/** Partitions were not made or not detached. */
public final class PartitionException extends MigrationException {
  private static final long serialVersionUID = 1L;

  PartitionException(String table, Throwable cause) {
    super(
        "the partitions of " + table + " were not brought up to date",
        ServerComplaint.in(cause).text(),
        "Correct that and call again as the owner of the table; what was done stays done.",
        cause);
  }
}
