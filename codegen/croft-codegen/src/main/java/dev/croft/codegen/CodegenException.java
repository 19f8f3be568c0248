package dev.croft.codegen;

/**
 * The changelogs cannot be turned into table classes. The message names the problem, the facts, and
 * what to do next.
 */
public class CodegenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CodegenException(String problem, String facts, String remedy) {
    super("%s: %s. %s".formatted(problem, facts, remedy));
  }
}
