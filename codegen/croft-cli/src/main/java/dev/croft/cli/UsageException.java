package dev.croft.cli;

/** The options contradict each other, or one is missing. Nothing was done. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String problem, String facts, String advice) {
    super("%s: %s. %s".formatted(problem, facts, advice));
  }
}
