package dev.croft.migrations;

/** A tag cannot be set without losing another. */
public final class TagRefusedException extends MigrationException {
  private static final long serialVersionUID = 1L;

  TagRefusedException(String tag, String facts, String advice) {
    super("The tag %s was not set".formatted(tag), facts, advice, null);
  }
}
