package dev.croft.cli;

/** The exit codes of every command. They are part of the interface and do not change. */
final class ExitStatus {
  /** Done, and nothing is left to say. */
  static final int DONE = 0;

  /** It could not be done; what is wrong is on standard error. */
  static final int FAILED = 1;

  /** The command was not understood. */
  static final int USAGE = 2;

  /** Asked to look, it found something: pending or edited changesets, broken rules. */
  static final int FOUND = 3;

  /** It was refused, because something would be lost. */
  static final int REFUSED = 4;

  /** The database could not be reached, or another process was in the way; later it may work. */
  static final int UNAVAILABLE = 5;

  private ExitStatus() {}
}
