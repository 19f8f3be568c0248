package dev.croft.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.documentation.FilledTables;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that a release of the base changelog made becomes what this changelog makes of an
 * empty one, and keeps its rows.
 *
 * <p>Releasing freezes a dump: {@code -Dcroft.release=1.2.0} writes it.
 */
class UpgradeTest {
  private static final String BASE = "croft/changelog.xml";
  private static final Path RELEASES = Path.of("src", "test", "resources", "releases");

  private static final PostgresServer server = PostgresServer.shared();

  private final ChangelogDirectory files;

  private static ReleaseDump half = new ReleaseDump("");

  UpgradeTest(@TempDir Path directory) {
    files = new ChangelogDirectory(directory);
  }

  @BeforeAll
  static void dump(@TempDir Path directory) {
    half = dumpAfter(half(), new ChangelogDirectory(directory));
  }

  @Test
  void every_release_has_a_dump_and_leads_to_this_changelog() throws IOException {
    String release = System.getProperty("croft.release");
    if (release != null) {
      Files.createDirectories(RELEASES);
      Files.writeString(RELEASES.resolve(release + ".sql"), dumpAfter(baseFiles(), files).text());
    }
    NavigableMap<String, ReleaseDump> dumps = dumps();
    assertThat(dumps.keySet()).containsAll(releases());
    dumps.forEach(
        (name, dump) -> assertThat(faults(dump, base())).as("upgrade from " + name).isEmpty());
  }

  @Test
  void a_database_of_half_of_the_changelog_leads_to_the_whole() {
    assertThat(faults(half, base())).isEmpty();
  }

  @Test
  void an_upgrade_that_loses_rows_or_leads_elsewhere_is_noticed() {
    baseFiles().forEach(files::include);
    files.changeset("lost", "truncate public.user_profiles;", "not required");
    files.changeset("else", "create schema elsewhere;", "drop schema elsewhere;");
    assertThat(faults(half, database -> of(database, files)))
        .contains("lost rows: public.user_profiles")
        .anyMatch(fault -> fault.startsWith("left over: schema | elsewhere | owner"));
  }

  @Test
  void a_dump_is_restored_with_its_record_and_its_rows() {
    try (PostgresDatabase restored = restored(half)) {
      assertThat(base().of(restored).status().applied()).hasSize(half().size());
      assertThat(base().of(restored).status().changed()).isEmpty();
      assertThat(Contents.of(restored).tables().get("public.user_profiles")).isNotEmpty();
    }
  }

  @Test
  void a_release_that_was_edited_is_refused() {
    ReleaseDump dump = dumpAfter(half().subList(0, 3), files);
    try (PostgresDatabase edited = restored(dump.withAnotherChecksum())) {
      assertThatThrownBy(() -> base().of(edited).apply())
          .isInstanceOf(ChangedChangesetException.class);
    }
    assertThat(dump.withAnotherChecksum()).isNotEqualTo(dump);
  }

  private interface Upgrade {
    Migrator of(PostgresDatabase database);
  }

  private static Upgrade base() {
    return database -> Migrator.of(database, BASE);
  }

  private static Migrator of(PostgresDatabase database, ChangelogDirectory files) {
    return Migrator.of(database, ChangelogDirectory.MASTER).readingFrom(files.path());
  }

  /** What is otherwise after an upgrade of the dump than in a fresh database, or is lost. */
  private static List<String> faults(ReleaseDump dump, Upgrade upgrade) {
    PostgresDatabase template = server.template(BASE, fresh -> base().of(fresh).apply());
    try (PostgresDatabase upgraded = restored(dump);
        PostgresDatabase fresh = server.cloneOf(template)) {
      Contents before = Contents.of(upgraded);
      upgrade.of(upgraded).apply();
      List<String> faults = new ArrayList<>();
      before.lostIn(Contents.of(upgraded)).forEach(each -> faults.add("lost rows: " + each));
      Set<String> expected = catalogue(fresh);
      Set<String> actual = catalogue(upgraded);
      difference(expected, actual).forEach(each -> faults.add("missing: " + each));
      difference(actual, expected).forEach(each -> faults.add("left over: " + each));
      return faults;
    }
  }

  /** Other tests leave roles on the server, and the number of rows is up to those who fill it. */
  private static Set<String> catalogue(PostgresDatabase database) {
    Set<String> facts = new TreeSet<>(Catalogue.of(database));
    facts.removeIf(fact -> fact.startsWith("rows |") || fact.startsWith("member |"));
    return facts;
  }

  private static Set<String> difference(Set<String> one, Set<String> other) {
    Set<String> rest = new TreeSet<>(one);
    rest.removeAll(other);
    return rest;
  }

  private static PostgresDatabase restored(ReleaseDump dump) {
    PostgresDatabase database = server.createDatabase();
    dump.restoreTo(database);
    return database;
  }

  /** The dump of a database to which these files were applied, with rows in its tables. */
  private static ReleaseDump dumpAfter(List<String> included, ChangelogDirectory files) {
    included.forEach(files::include);
    try (PostgresDatabase database = server.createDatabase()) {
      List<ChangesetSql> applied = of(database, files).pendingSql();
      of(database, files).apply();
      try (FilledTables tables = FilledTables.of(database)) {
        tables.fillEmptyOnes();
      }
      return ReleaseDump.of(database, applied);
    }
  }

  private static List<String> half() {
    List<String> all = baseFiles();
    return all.subList(0, all.size() * 2 / 3);
  }

  private static List<String> baseFiles() {
    try (PostgresDatabase empty = server.createDatabase()) {
      return base().of(empty).status().pending().stream().map(ChangesetId::file).toList();
    }
  }

  /** The releases that the lock beside the base changelog names. */
  private static Set<String> releases() throws IOException {
    String path = ReleaseLock.pathFor(BASE);
    Set<String> names = new TreeSet<>();
    try (InputStream lock = UpgradeTest.class.getClassLoader().getResourceAsStream(path)) {
      if (lock != null) {
        ReleaseLock.parse(path, new String(lock.readAllBytes(), UTF_8))
            .files()
            .values()
            .forEach(each -> names.add(each.release()));
      }
    }
    return names;
  }

  private static NavigableMap<String, ReleaseDump> dumps() throws IOException {
    TreeMap<String, ReleaseDump> dumps = new TreeMap<>();
    if (Files.isDirectory(RELEASES)) {
      try (Stream<Path> found = Files.list(RELEASES)) {
        for (Path file : found.filter(each -> each.toString().endsWith(".sql")).toList()) {
          String name = file.getFileName().toString().replaceFirst("\\.sql$", "");
          dumps.put(name, new ReleaseDump(Files.readString(file)));
        }
      }
    }
    return dumps;
  }
}
