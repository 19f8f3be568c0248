package dev.croft.migrations;

/** A database was not reset, because more than a changelog can restore would be lost. */
public final class ResetRefusedException extends MigrationException {
  private static final long serialVersionUID = 1L;

  private final String facts;

  ResetRefusedException(String facts, String advice) {
    super("The database was not reset", facts, advice, null);
    this.facts = facts;
  }

  /** Why, in words, without what to do about it. */
  public String facts() {
    return facts;
  }
}
