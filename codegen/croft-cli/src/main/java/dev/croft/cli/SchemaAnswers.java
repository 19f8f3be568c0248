package dev.croft.cli;

import dev.croft.migrations.ChangesetId;
import dev.croft.migrations.waves.SchemaDrift;
import dev.croft.migrations.waves.SchemaOutcome;
import dev.croft.migrations.waves.SchemaOutcome.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of many schemas, and where they differ. */
final class SchemaAnswers {
  private SchemaAnswers() {}

  static Answer ofOutcomes(List<SchemaOutcome> outcomes) {
    List<String> lines = new ArrayList<>();
    for (SchemaOutcome each : outcomes) {
      if (each.kind() == Kind.MIGRATED || each.kind() == Kind.FAILED) {
        lines.add("%-8s  %s%s".formatted(word(each.kind()), each.schema(), told(each)));
      }
    }
    lines.add(
        "%s: %d migrated, %d up to date, %d failed, %d untouched."
            .formatted(
                counted(outcomes.size()),
                count(outcomes, Kind.MIGRATED),
                count(outcomes, Kind.UP_TO_DATE),
                count(outcomes, Kind.FAILED),
                count(outcomes, Kind.UNTOUCHED)));
    int status = count(outcomes, Kind.FAILED) == 0 ? ExitStatus.DONE : ExitStatus.FAILED;
    return new Answer(
        status, Map.of("schemas", outcomes.stream().map(SchemaAnswers::facts).toList()), lines);
  }

  private static String told(SchemaOutcome outcome) {
    return outcome
        .failure()
        .map(text -> ": " + text)
        .orElse(", " + Changesets.counted(outcome.applied()));
  }

  private static Map<String, Object> facts(SchemaOutcome outcome) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("schema", outcome.schema());
    facts.put("outcome", outcome.kind().name());
    facts.put("applied", outcome.applied());
    outcome.failure().ifPresent(text -> facts.put("failure", text));
    return facts;
  }

  static Answer ofDrift(List<SchemaDrift> drifts) {
    List<SchemaDrift> differing = drifts.stream().filter(each -> !each.isNone()).toList();
    List<String> lines = new ArrayList<>();
    differing.forEach(each -> lines.addAll(lines(each)));
    lines.add(
        "%s: %d as the changelog says and as most are, %d not."
            .formatted(counted(drifts.size()), drifts.size() - differing.size(), differing.size()));
    return new Answer(
        differing.isEmpty() ? ExitStatus.DONE : ExitStatus.FOUND,
        Map.of("differing", differing.stream().map(SchemaAnswers::facts).toList()),
        lines);
  }

  private static List<String> lines(SchemaDrift drift) {
    List<String> lines = new ArrayList<>();
    lines.add(drift.schema());
    drift.pending().forEach(each -> lines.add("  pending  " + each));
    drift.changed().forEach(each -> lines.add("  changed  " + each));
    drift.unknown().forEach(each -> lines.add("  unknown  " + each));
    drift.missing().forEach(each -> lines.add("  missing  " + each));
    drift.extra().forEach(each -> lines.add("  extra    " + each));
    return lines;
  }

  private static Map<String, Object> facts(SchemaDrift drift) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("schema", drift.schema());
    facts.put("pending", all(drift.pending()));
    facts.put("changed", all(drift.changed()));
    facts.put("unknown", all(drift.unknown()));
    facts.put("missing", drift.missing());
    facts.put("extra", drift.extra());
    return facts;
  }

  private static List<Map<String, String>> all(List<ChangesetId> changesets) {
    return changesets.stream().map(Changesets::facts).toList();
  }

  private static long count(List<SchemaOutcome> outcomes, Kind kind) {
    return outcomes.stream().filter(each -> each.kind() == kind).count();
  }

  private static String counted(int schemas) {
    return schemas == 1 ? "1 schema" : schemas + " schemas";
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
