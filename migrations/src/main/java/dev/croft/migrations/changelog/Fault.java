package dev.croft.migrations.changelog;

/**
 * Something wrong with a changelog file.
 *
 * @param line counted from 1
 */
public record Fault(String file, int line, String problem) {
  @Override
  public String toString() {
    return "%s:%d: %s".formatted(file, line, problem);
  }
}
