package dev.croft.lint.sql;

/** A script that the parser does not understand. */
public final class SqlSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  SqlSyntaxException(int line, String problem) {
    super(problem);
    this.line = line;
  }

  /** Where it is not understood, counted from 1. */
  public int line() {
    return line;
  }
}
