package dev.croft.maven;

/** What the exit codes of the command line mean, for who reads Maven's last lines only. */
final class Exits {

  private Exits() {}

  static String message(String command, int exit) {
    return "croft %s: %s (exit code %d). What it printed is above."
        .formatted(command, meaning(exit), exit);
  }

  private static String meaning(int exit) {
    return switch (exit) {
      case 1 -> "it could not be done";
      case 2 -> "the command was not understood";
      case 3 -> "it found what should not be so";
      case 4 -> "refused, because something would be lost";
      case 5 -> "the database cannot be reached, or another process is in the way";
      default -> "its process ended";
    };
  }
}
