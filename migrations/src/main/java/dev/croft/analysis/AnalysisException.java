package dev.croft.analysis;

import org.jspecify.annotations.Nullable;

/** Rows were not analysed. The message names the problem, the facts, and what to do next. */
public class AnalysisException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AnalysisException(String facts, String advice, @Nullable Throwable cause) {
    super("The rows were not analysed: %s. %s".formatted(facts, advice), cause);
  }
}
