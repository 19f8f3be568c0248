package dev.croft.migrations;

import java.util.List;

/** The changelog holds a changeset otherwise than it was applied. Nothing was done. */
public final class ChangedChangesetException extends MigrationException {
  private static final long serialVersionUID = 1L;

  private final List<ChangesetId> changesets;

  ChangedChangesetException(List<ChangesetId> changesets) {
    super(
        "Applied changesets were edited, nothing was done",
        Ids.listed(changesets),
        "Restore their text, and put what should be different into a new changeset.",
        null);
    this.changesets = List.copyOf(changesets);
  }

  /** The changesets that were edited. */
  public List<ChangesetId> changesets() {
    return changesets;
  }
}
