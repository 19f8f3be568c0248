package dev.croft.migrations;

import java.util.List;

/** Files that a release froze are not what they were. Nothing was done. */
public final class ReleasedChangelogException extends MigrationException {
  private static final long serialVersionUID = 1L;

  private final List<String> differences;

  ReleasedChangelogException(List<String> differences) {
    super(
        "Released changelogs were changed, nothing was done",
        String.join("; ", differences),
        "Restore them as they were released, and put what should be different into a new file at"
            + " the end.",
        null);
    this.differences = List.copyOf(differences);
  }

  /** What differs, one file each. */
  public List<String> differences() {
    return differences;
  }
}
