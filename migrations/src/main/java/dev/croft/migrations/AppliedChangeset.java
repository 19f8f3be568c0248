package dev.croft.migrations;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A changeset that the database has on record.
 *
 * @param appliedBy the login that applied it; empty for what an earlier release of Croft, or
 *     Liquibase alone, applied
 * @param tag the tag that was set after it
 * @param standing how it compares with the changelog
 */
public record AppliedChangeset(
    ChangesetId id,
    Instant appliedAt,
    Optional<String> appliedBy,
    Optional<String> tag,
    Standing standing) {
  public AppliedChangeset {
    requireNonNull(id, "id");
    requireNonNull(appliedAt, "appliedAt");
    requireNonNull(appliedBy, "appliedBy");
    requireNonNull(tag, "tag");
    requireNonNull(standing, "standing");
  }

  /** How an applied changeset compares with the changelog. */
  public enum Standing {
    /** The changelog holds it as it was applied. */
    UNCHANGED,
    /** The changelog holds it, but not as it was applied. */
    CHANGED,
    /** The changelog does not hold it. */
    UNKNOWN
  }
}
