package dev.croft.cli;

import dev.croft.migrations.ChangesetLocks;
import dev.croft.migrations.ChangesetSql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What would be applied. */
final class DryRun {
  private DryRun() {}

  /**
   * @param locks of each changeset; empty if none were measured
   */
  static Answer answer(List<ChangesetSql> pending, List<ChangesetLocks> locks) {
    List<Map<String, Object>> facts = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    if (pending.isEmpty()) {
      lines.add("-- Nothing is pending.");
    }
    for (int i = 0; i < pending.size(); i++) {
      List<ChangesetLocks> measured = locks.isEmpty() ? List.of() : List.of(locks.get(i));
      facts.add(facts(pending.get(i), measured));
      lines.addAll(script(pending.get(i), measured));
    }
    return new Answer(ExitStatus.DONE, Map.of("pending", facts), lines);
  }

  private static Map<String, Object> facts(ChangesetSql changeset, List<ChangesetLocks> locks) {
    Map<String, Object> facts = new LinkedHashMap<>(Changesets.facts(changeset.id()));
    facts.put("isInTransaction", changeset.isInTransaction());
    facts.put("statements", changeset.statements());
    locks.forEach(each -> facts.putAll(LockReport.facts(each)));
    return facts;
  }

  private static List<String> script(ChangesetSql changeset, List<ChangesetLocks> locks) {
    List<String> lines = new ArrayList<>();
    lines.add("-- " + changeset.id());
    locks.forEach(each -> lines.addAll(LockReport.lines(each)));
    lines.add(changeset.isInTransaction() ? "begin;" : "-- each statement by itself");
    changeset.statements().forEach(each -> lines.add(each + ";"));
    if (changeset.isInTransaction()) {
      lines.add("commit;");
    }
    lines.add("");
    return lines;
  }
}
