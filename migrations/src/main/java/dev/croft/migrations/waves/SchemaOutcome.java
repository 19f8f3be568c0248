package dev.croft.migrations.waves;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What became of one schema.
 *
 * @param applied how many changesets were applied
 * @param failure what went wrong, as the migrator says it
 */
public record SchemaOutcome(String schema, Kind kind, int applied, Optional<String> failure) {
  public SchemaOutcome {
    requireNonNull(schema, "schema");
    requireNonNull(kind, "kind");
    requireNonNull(failure, "failure");
  }

  /** What became of a schema. */
  public enum Kind {
    /** It was brought up to date. */
    MIGRATED,
    /** Nothing was pending. */
    UP_TO_DATE,
    /** A changeset failed; what was applied before it stays. */
    FAILED,
    /** Another failed before its turn. */
    UNTOUCHED
  }

  static SchemaOutcome done(String schema, int applied) {
    return new SchemaOutcome(
        schema, applied == 0 ? Kind.UP_TO_DATE : Kind.MIGRATED, applied, Optional.empty());
  }

  static SchemaOutcome failed(String schema, String failure) {
    return new SchemaOutcome(schema, Kind.FAILED, 0, Optional.of(failure));
  }

  static SchemaOutcome untouched(String schema) {
    return new SchemaOutcome(schema, Kind.UNTOUCHED, 0, Optional.empty());
  }
}
