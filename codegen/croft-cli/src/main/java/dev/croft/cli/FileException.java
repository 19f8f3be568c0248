package dev.croft.cli;

/** A file could not be read or written. */
final class FileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FileException(String problem, String facts, String advice, Exception cause) {
    super("%s: %s. %s".formatted(problem, facts, advice), cause);
  }
}
