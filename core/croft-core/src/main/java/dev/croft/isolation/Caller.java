package dev.croft.isolation;

import java.lang.StackWalker.StackFrame;

/**
 * The repository and its method that ran a statement.
 *
 * @param repository the simple name of the nearest class on the stack whose name ends in {@code
 *     Repository}; {@code none} where there is no such class
 * @param method the method of that class, without the lambda in it; {@code none} likewise
 */
public record Caller(String repository, String method) {
  private static final Caller NONE = new Caller("none", "none");
  private static final StackWalker STACK = StackWalker.getInstance();

  static Caller current() {
    return STACK.walk(
        frames -> frames.filter(Caller::isRepository).findFirst().map(Caller::of).orElse(NONE));
  }

  private static boolean isRepository(StackFrame frame) {
    return outermost(frame).endsWith("Repository");
  }

  private static Caller of(StackFrame frame) {
    String type = outermost(frame);
    return new Caller(type.substring(type.lastIndexOf('.') + 1), method(frame.getMethodName()));
  }

  /** A class that stands in another is a part of it. */
  private static String outermost(StackFrame frame) {
    String name = frame.getClassName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  /** The compiler names the lambdas of {@code find} {@code lambda$find$0}. */
  private static String method(String name) {
    String[] parts = name.split("\\$", -1);
    return name.startsWith("lambda$") ? parts[1] : name;
  }

  @Override
  public String toString() {
    return equals(NONE) ? "no repository" : repository + "." + method;
  }
}
