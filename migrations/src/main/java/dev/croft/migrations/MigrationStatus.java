package dev.croft.migrations;

import dev.croft.migrations.AppliedChangeset.Standing;
import java.util.List;

/**
 * Where a database stands.
 *
 * @param applied in the order of application
 * @param pending in the order of the changelog
 */
public record MigrationStatus(List<AppliedChangeset> applied, List<ChangesetId> pending) {
  public MigrationStatus {
    applied = List.copyOf(applied);
    pending = List.copyOf(pending);
  }

  /** Whether the database holds the changelog: all of it, unchanged, and nothing else. */
  public boolean isUpToDate() {
    return pending.isEmpty() && changed().isEmpty() && unknown().isEmpty();
  }

  /** Applied changesets that the changelog holds otherwise than they were applied. */
  public List<ChangesetId> changed() {
    return standing(Standing.CHANGED);
  }

  /** Applied changesets that the changelog does not hold. */
  public List<ChangesetId> unknown() {
    return standing(Standing.UNKNOWN);
  }

  private List<ChangesetId> standing(Standing standing) {
    return applied.stream()
        .filter(each -> each.standing() == standing)
        .map(AppliedChangeset::id)
        .toList();
  }
}
