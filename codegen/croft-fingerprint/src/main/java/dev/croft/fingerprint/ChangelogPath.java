package dev.croft.fingerprint;

import java.util.List;
import java.util.Locale;

/**
 * A changelog by its path below a resource directory.
 *
 * @param name with slashes, on Windows too, for Liquibase remembers changesets by it
 */
public record ChangelogPath(String name) {

  /** What Liquibase reads changesets, rows and values from, by the ends of names. */
  private static final List<String> FORMATS =
      List.of(".sql", ".xml", ".yaml", ".yml", ".json", ".csv", ".properties");

  /** With the slashes of Windows turned. */
  public ChangelogPath {
    name = name.replace('\\', '/');
  }

  /**
   * Whether the changelog may read the file: whatever lies beside or below it, and elsewhere what
   * has one of the usual formats.
   *
   * @param file a path with slashes, below a resource directory as well
   */
  public boolean mayRead(String file) {
    return file.startsWith(folder())
        || FORMATS.stream().anyMatch(file.toLowerCase(Locale.ROOT)::endsWith);
  }

  private String folder() {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }
}
