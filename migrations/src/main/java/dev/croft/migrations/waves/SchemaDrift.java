package dev.croft.migrations.waves;

import static java.util.Objects.requireNonNull;

import dev.croft.migrations.ChangesetId;
import java.util.List;

/**
 * Where one schema differs.
 *
 * @param pending what the changelog holds and was not applied to it
 * @param changed what was applied to it, otherwise than the changelog holds it
 * @param unknown what was applied to it, and the changelog does not hold
 * @param missing what most schemas that are up to date have and this one has not, one fact a line
 * @param extra what this one has and most have not
 */
public record SchemaDrift(
    String schema,
    List<ChangesetId> pending,
    List<ChangesetId> changed,
    List<ChangesetId> unknown,
    List<String> missing,
    List<String> extra) {
  public SchemaDrift {
    requireNonNull(schema, "schema");
    pending = List.copyOf(pending);
    changed = List.copyOf(changed);
    unknown = List.copyOf(unknown);
    missing = List.copyOf(missing);
    extra = List.copyOf(extra);
  }

  /** Whether it is as the changelog says, and as the others are. */
  public boolean isNone() {
    return pending.isEmpty()
        && changed.isEmpty()
        && unknown.isEmpty()
        && missing.isEmpty()
        && extra.isEmpty();
  }
}
