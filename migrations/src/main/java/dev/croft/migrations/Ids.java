package dev.croft.migrations;

import static java.util.stream.Collectors.joining;

import java.util.List;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;

/** The names of changesets, in our words and in Liquibase's. */
final class Ids {
  private Ids() {}

  static ChangesetId of(ChangeSet changeset) {
    // A path may be written with "classpath:" in front; the record is kept without.
    return new ChangesetId(
        DatabaseChangeLog.normalizePath(changeset.getFilePath()),
        changeset.getAuthor(),
        changeset.getId());
  }

  static ChangesetId of(RanChangeSet changeset) {
    return new ChangesetId(changeset.getChangeLog(), changeset.getAuthor(), changeset.getId());
  }

  static String listed(List<ChangesetId> ids) {
    return ids.stream().map(ChangesetId::toString).collect(joining(", "));
  }
}
