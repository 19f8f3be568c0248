package dev.croft.migrations;

/** The thread was interrupted while it waited for another process. Nothing was done. */
public final class MigrationInterruptedException extends MigrationException {
  private static final long serialVersionUID = 1L;

  MigrationInterruptedException(InterruptedException cause) {
    super(
        "The migration was not begun",
        "the thread was interrupted while another process migrated this database",
        "Try again.",
        cause);
  }
}
