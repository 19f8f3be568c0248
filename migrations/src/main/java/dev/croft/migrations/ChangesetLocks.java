package dev.croft.migrations;

import static java.util.Objects.requireNonNull;

import dev.croft.migrations.locks.RelationLock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a pending changeset locks, as measured.
 *
 * @param measure how far that could be measured
 * @param locks the strongest first; one for each relation that existed before
 * @param took how long the changeset ran: no lock is held for longer, but for the waiting
 * @param failure what PostgreSQL says, if the changeset failed
 */
public record ChangesetLocks(
    ChangesetId id,
    Measure measure,
    List<RelationLock> locks,
    Duration took,
    Optional<String> failure) {
  public ChangesetLocks {
    requireNonNull(id, "id");
    requireNonNull(measure, "measure");
    locks = List.copyOf(locks);
    requireNonNull(took, "took");
    requireNonNull(failure, "failure");
  }

  /** How far the locks of a changeset could be measured. */
  public enum Measure {
    /** All that it locks is known. */
    WHOLE,
    /**
     * It needs what a pending changeset before it makes, and was measured in the transaction of
     * that; a lock that both take is told of the earlier one.
     */
    AFTER_OTHERS,
    /** It runs outside a transaction, and could not be undone. */
    NOT_IN_TRANSACTION,
    /** It failed; it may need what a changeset that was not measured makes. */
    FAILED
  }

  /** Whether nobody has to wait to read or write rows, as far as could be measured. */
  public boolean blocksNobody() {
    return locks.stream().noneMatch(each -> each.mode().blocksWrites());
  }
}
