package dev.croft.lint.report;

/**
 * A place in a file.
 *
 * @param file the path by which the changelog includes it
 * @param line counted from 1
 */
public record Location(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
