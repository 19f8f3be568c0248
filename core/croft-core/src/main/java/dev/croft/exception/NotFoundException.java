package dev.croft.exception;

/** A row that a caller required does not exist, or not in this tenant: the two are the same. */
public final class NotFoundException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  private final String id;

  /** For the row of {@code aggregate} with {@code id}. */
  public NotFoundException(String aggregate, String id) {
    super(
        "%s %s was not found".formatted(aggregate, id),
        "this session sees no such row",
        "Use find to handle absence, or check that the id belongs to the session's tenant.");
    this.id = id;
  }

  /** The id that was asked for. */
  public String id() {
    return id;
  }
}
