package dev.croft.documentation;

import org.jspecify.annotations.Nullable;

/** A schema was not documented. The message names the problem, the facts, and what to do next. */
public final class DocumentationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DocumentationException(String facts, String advice, @Nullable Throwable cause) {
    super("The schema was not documented: %s. %s".formatted(facts, advice), cause);
  }
}
