package dev.croft.exception;

/**
 * A row was not updated or deleted because it is no longer the row that was read.
 *
 * <p>Thrown by repositories under optimistic locking; nothing was changed.
 */
public final class StaleVersionException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  private final String id;
  private final long version;

  /** For the row of {@code aggregate} with {@code id}, read at {@code version}. */
  public StaleVersionException(String aggregate, String id, long version) {
    super(
        "%s %s was not changed".formatted(aggregate, id),
        "it has no row with version %d, so it changed or was deleted since it was read"
            .formatted(version),
        "Find it again, apply the change to the result, and update.");
    this.id = id;
    this.version = version;
  }

  /** The id of the row. */
  public String id() {
    return id;
  }

  /** The version that the caller had read. */
  public long version() {
    return version;
  }
}
