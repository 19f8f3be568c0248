package dev.croft.migrations;

import java.util.List;

/** Changesets of the changelog are not on record after everything was applied. */
public final class UnrecordedChangesetException extends MigrationException {
  private static final long serialVersionUID = 1L;

  private final List<ChangesetId> changesets;

  UnrecordedChangesetException(List<ChangesetId> changesets) {
    super(
        "Changesets were passed over",
        Ids.listed(changesets),
        "Look for failOnError:false and for conditions in their headers.",
        null);
    this.changesets = List.copyOf(changesets);
  }

  /** The changesets that are not on record. */
  public List<ChangesetId> changesets() {
    return changesets;
  }
}
