package dev.croft.testkit;

/** A test asked the testkit for something that it cannot give; says what to change. */
public final class TestkitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Joins the three parts into the message. */
  public TestkitException(String problem, String facts, String advice) {
    super("%s: %s. %s".formatted(problem, facts, advice));
  }
}
