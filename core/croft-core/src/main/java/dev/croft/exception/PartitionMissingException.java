package dev.croft.exception;

/** No partition of a table takes the row: those for its month were not made in time. */
public final class PartitionMissingException extends StatementException {
  private static final long serialVersionUID = 1L;

  PartitionMissingException(ServerError error) {
    super(
        "A row was refused",
        "no partition of %s takes it".formatted(error.table()),
        "Make partitions ahead, as the owner: select croft.ensure_partitions('%s', 12);"
            .formatted(error.table()),
        error.sqlState(),
        error.sanitized());
  }
}
