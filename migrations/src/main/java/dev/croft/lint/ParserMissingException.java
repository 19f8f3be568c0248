package dev.croft.lint;

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

  /** Asks by name: the JVM may not verify a class that uses the parser without it. */
  static void check() {
    try {
      Class.forName(
          "org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser",
          false,
          ParserMissingException.class.getClassLoader());
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      throw new ParserMissingException();
    }
  }
}
