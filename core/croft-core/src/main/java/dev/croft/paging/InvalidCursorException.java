package dev.croft.paging;

/** A string that a caller presents as a cursor did not come from a page. */
public final class InvalidCursorException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidCursorException() {
    super("The cursor is not one that a page handed out. Start again from the first page.");
  }
}
