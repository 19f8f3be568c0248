package dev.croft.lint;

import dev.croft.lint.sql.Script;

/** The parser of PostgreSQL's SQL, an optional dependency, is not on the class path. */
public final class ParserMissingException extends LintException {
  private static final long serialVersionUID = 1L;

  private ParserMissingException() {
    super(
        "The changelog was not checked",
        "org.pgcodekeeper:pgcodekeeper-core or org.antlr:antlr4-runtime is not on the class path",
        "Add both; croft-migrations does without where nothing is checked.",
        null);
  }

  static void check() {
    if (!Script.isReadable()) {
      throw new ParserMissingException();
    }
  }
}
