package dev.croft.cli;

import dev.croft.migrations.ChangesetLocks;
import dev.croft.migrations.ChangesetLocks.Measure;
import dev.croft.migrations.locks.LockMode;
import dev.croft.migrations.locks.RelationLock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What pending changesets lock, for people and for programs. */
final class LockReport {
  private static final long KILOBYTE = 1024;

  private LockReport() {}

  static Map<String, Object> facts(ChangesetLocks changeset) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("measure", changeset.measure().name());
    facts.put("milliseconds", changeset.took().toMillis());
    facts.put("locks", told(changeset).stream().map(LockReport::facts).toList());
    changeset.failure().ifPresent(failure -> facts.put("failure", failure));
    return facts;
  }

  private static Map<String, Object> facts(RelationLock lock) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("relation", lock.relation());
    facts.put("mode", lock.mode().toString());
    facts.put("blocksReads", lock.mode().blocksReads());
    facts.put("blocksWrites", lock.mode().blocksWrites());
    facts.put("isRewritten", lock.isRewritten());
    facts.put("rowsRead", lock.rowsRead());
    lock.rows().ifPresent(rows -> facts.put("rows", rows));
    facts.put("bytes", lock.bytes());
    return facts;
  }

  /** As comments of SQL. */
  static List<String> lines(ChangesetLocks changeset) {
    List<String> lines = new ArrayList<>();
    lines.add("-- locks: " + summary(changeset));
    told(changeset).forEach(each -> lines.addAll(lines(each)));
    return lines;
  }

  private static String summary(ChangesetLocks changeset) {
    return switch (changeset.measure()) {
      case NOT_IN_TRANSACTION -> "not measured, for it runs outside a transaction";
      case FAILED ->
          "not measured, for it failed: "
              + changeset.failure().orElse("").replaceAll("\\s*\n\\s*", " / ");
      default ->
          "%s, for at most %d ms here%s"
              .formatted(
                  told(changeset).isEmpty() ? "nothing that others use" : counted(changeset),
                  changeset.took().toMillis(),
                  changeset.measure() == Measure.AFTER_OTHERS
                      ? "; beside what those before it lock"
                      : "");
    };
  }

  private static String counted(ChangesetLocks changeset) {
    int count = told(changeset).size();
    return count == 1 ? "1 relation" : count + " relations";
  }

  private static List<String> lines(RelationLock lock) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "--   %s: %s, which blocks %s (%s, %s)"
            .formatted(
                lock.relation(), lock.mode(), lock.mode().blocked(), rows(lock), size(lock)));
    if (lock.isRewritten()) {
      lines.add("--     it is written anew, as a whole");
    }
    if (lock.rowsRead() > 0) {
      lines.add("--     %s of it are read".formatted(rows(lock.rowsRead())));
    }
    return lines;
  }

  private static String rows(RelationLock lock) {
    return lock.rows().isPresent() ? rows(lock.rows().getAsLong()) : "never analyzed";
  }

  private static String rows(long rows) {
    return String.format(Locale.ROOT, "%,d rows", rows).replace(',', ' ');
  }

  private static String size(RelationLock lock) {
    return lock.bytes() < KILOBYTE * KILOBYTE
        ? lock.bytes() / KILOBYTE + " kB"
        : lock.bytes() / KILOBYTE / KILOBYTE + " MB";
  }

  /** What a query takes is told of by nobody. */
  private static List<RelationLock> told(ChangesetLocks changeset) {
    return changeset.locks().stream()
        .filter(each -> each.mode().compareTo(LockMode.ROW_EXCLUSIVE) >= 0)
        .toList();
  }
}
