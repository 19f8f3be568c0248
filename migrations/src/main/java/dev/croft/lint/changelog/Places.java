package dev.croft.lint.changelog;

import dev.croft.lint.report.Finding;
import dev.croft.lint.report.Location;
import dev.croft.migrations.WrittenChangelog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the changelog makes what a database holds. */
public final class Places {
  private static final String COLUMN = "column ";
  private static final String TABLE = "table ";
  private static final String INDEX = "index ";

  private final Map<String, Location> places = new HashMap<>();

  private Places() {}

  /** Reads every file of the changelog, released ones too. */
  public static Places in(WrittenChangelog written) {
    Places places = new Places();
    Draft.of(written, Set.of()).deeds().forEach(places::add);
    return places;
  }

  private void add(Changeset.Deed deed) {
    Location at = deed.changeset().at(deed.statement().line());
    String table = deed.effect().table();
    String name = deed.effect().name();
    switch (deed.effect().kind()) {
      case CREATE_TABLE -> places.putIfAbsent(TABLE + table, at);
      case ADD_COLUMN -> places.put(COLUMN + table + "." + name, at);
      case BUILD_INDEX, BUILD_INDEX_CONCURRENTLY ->
          places.put(INDEX + table.substring(0, table.lastIndexOf('.') + 1) + name, at);
      case ADD_UNIQUE, ADD_FOREIGN_KEY, ADD_CHECK, ADD_CONSTRAINT_NOT_VALID ->
          places.put("constraint %s on %s".formatted(name, table), at);
      default -> {}
    }
  }

  /** The findings, each with the place that makes its object, or the table of that. */
  public List<Finding> locate(List<Finding> findings) {
    return findings.stream().map(this::locate).toList();
  }

  private Finding locate(Finding finding) {
    String object = finding.object();
    Optional<Location> place =
        Optional.ofNullable(places.get(object))
            .or(() -> Optional.ofNullable(places.get(TABLE + tableOf(object))));
    return new Finding(
        finding.rule(),
        object,
        finding.location().or(() -> place),
        finding.problem(),
        finding.fix());
  }

  private static String tableOf(String object) {
    if (object.startsWith(COLUMN)) {
      return object.substring(COLUMN.length(), object.lastIndexOf('.'));
    }
    int on = object.lastIndexOf(" on ");
    return on < 0 ? "" : object.substring(on + " on ".length());
  }
}
