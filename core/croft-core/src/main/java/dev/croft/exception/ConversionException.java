package dev.croft.exception;

/** A value of a result could not be turned into the type that the query asks for. */
public final class ConversionException extends DatabaseException {
  private static final long serialVersionUID = 1L;
  private static final String PROBLEM = "A value of a result could not be converted";
  private static final String ADVICE =
      "Select the column with the type it has, or correct the converter.";

  /** Says what about the value is not as the query says, without the value. */
  public ConversionException(String facts) {
    super(PROBLEM, facts, ADVICE);
  }

  /** For what jOOQ or a converter threw, which is not the cause: it can quote the value. */
  public ConversionException(RuntimeException failure) {
    super(
        PROBLEM,
        "its converter threw %s, whose message is withheld because it may hold the value"
            .formatted(failure.getClass().getName()),
        ADVICE);
    setStackTrace(failure.getStackTrace());
  }
}
