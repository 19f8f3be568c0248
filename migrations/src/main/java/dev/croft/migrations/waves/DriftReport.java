package dev.croft.migrations.waves;

import dev.croft.migrations.MigrationStatus;
import dev.croft.migrations.Migrator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/** Compares schemas with the changelog, by their records, and with each other, by the catalogue. */
record DriftReport(Migrator migrator, Map<String, NavigableSet<String>> structures) {
  private static final NavigableSet<String> NOTHING = Collections.emptyNavigableSet();

  List<SchemaDrift> of(List<String> schemas) {
    List<MigrationStatus> statuses =
        schemas.stream().map(each -> migrator.inSchema(each).status()).toList();
    NavigableSet<String> usual = usual(schemas, statuses);
    List<SchemaDrift> drifts = new ArrayList<>();
    for (int i = 0; i < schemas.size(); i++) {
      drifts.add(drift(schemas.get(i), statuses.get(i), usual));
    }
    return drifts;
  }

  /** A schema that is not up to date differs for that reason, and is compared no further. */
  private SchemaDrift drift(String schema, MigrationStatus status, NavigableSet<String> usual) {
    NavigableSet<String> structure = status.isUpToDate() ? structure(schema) : usual;
    return new SchemaDrift(
        schema,
        status.pending(),
        status.changed(),
        status.unknown(),
        without(usual, structure),
        without(structure, usual));
  }

  /** What most of the schemas hold that are up to date; of two equally many, the first's. */
  private NavigableSet<String> usual(List<String> schemas, List<MigrationStatus> statuses) {
    List<NavigableSet<String>> candidates = new ArrayList<>();
    for (int i = 0; i < schemas.size(); i++) {
      if (statuses.get(i).isUpToDate()) {
        candidates.add(structure(schemas.get(i)));
      }
    }
    NavigableSet<String> usual = NOTHING;
    long most = 0;
    for (NavigableSet<String> each : new LinkedHashSet<>(candidates)) {
      long count = candidates.stream().filter(each::equals).count();
      if (count > most) {
        most = count;
        usual = each;
      }
    }
    return usual;
  }

  private NavigableSet<String> structure(String schema) {
    return structures.getOrDefault(schema, NOTHING);
  }

  private static List<String> without(NavigableSet<String> facts, NavigableSet<String> others) {
    return facts.stream().filter(fact -> !others.contains(fact)).toList();
  }
}
