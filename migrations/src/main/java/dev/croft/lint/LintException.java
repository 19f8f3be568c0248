package dev.croft.lint;

import org.jspecify.annotations.Nullable;

/** The rules could not be asked. The message names the problem, the facts, and what to do next. */
public class LintException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LintException(String problem, String facts, String advice, @Nullable Throwable cause) {
    super("%s: %s. %s".formatted(problem, facts, advice), cause);
  }
}
