package dev.croft.lint.changelog;

import static java.util.stream.Collectors.toSet;

import dev.croft.lint.sql.Effect;
import dev.croft.lint.sql.Effect.Kind;
import dev.croft.migrations.WrittenChangelog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The part of a changelog that no release has frozen: what can still be written otherwise. A table
 * that it creates holds no rows that anybody waits for; every other table does.
 *
 * @param files the paths of its files, in order
 * @param earlier changesets that were released and may have prepared for these
 */
record Draft(
    WrittenChangelog written,
    List<String> files,
    List<Changeset> changesets,
    List<Changeset> earlier,
    Set<String> newTables,
    Set<String> newIndexes) {
  private static final String PREPARES = "not valid";

  static Draft of(WrittenChangelog written, Set<String> released) {
    List<String> files =
        written.files().keySet().stream().filter(each -> !released.contains(each)).toList();
    List<Changeset> changesets = new ArrayList<>();
    List<Changeset> earlier = new ArrayList<>();
    written
        .files()
        .forEach(
            (file, text) -> {
              if (files.contains(file)) {
                changesets.addAll(read(written, file, text));
              } else if (prepares(text)) {
                earlier.addAll(read(written, file, text));
              }
            });
    return new Draft(
        written,
        files,
        changesets,
        earlier,
        named(changesets, Kind.CREATE_TABLE, Effect::table),
        named(changesets, Kind.BUILD_INDEX, Draft::index));
  }

  private static List<Changeset> read(WrittenChangelog written, String file, String text) {
    ChangesetReader reader = new ChangesetReader(file, text);
    return written.changesets().stream()
        .filter(each -> each.file().equals(file))
        .map(reader::read)
        .toList();
  }

  /** The file's text need not be parsed to know that nothing in it prepares for anything. */
  private static boolean prepares(String text) {
    return text.toLowerCase(Locale.ROOT).contains(PREPARES);
  }

  private static Set<String> named(
      List<Changeset> changesets, Kind kind, Function<Effect, String> name) {
    return changesets.stream()
        .flatMap(Changeset::deeds)
        .map(Changeset.Deed::effect)
        .filter(each -> each.kind() == kind)
        .map(name)
        .collect(toSet());
  }

  private static String index(Effect effect) {
    String table = effect.table();
    return table.substring(0, table.lastIndexOf('.') + 1) + effect.name();
  }

  /** Whether others use what this is done to. */
  boolean isInUse(Effect effect) {
    boolean isOfIndex =
        effect.kind() == Kind.DROP_INDEX
            || (effect.kind() == Kind.REBUILD_INDEX && effect.table().isEmpty());
    return isOfIndex ? !newIndexes.contains(effect.name()) : !newTables.contains(effect.table());
  }

  /** Whether it was released. Files that hold nothing are in no changelog, and never were. */
  boolean isSettled(String file) {
    return written.files().containsKey(file) && !files.contains(file);
  }

  /** Everything that is done, in order. */
  Stream<Changeset.Deed> deeds() {
    return changesets.stream().flatMap(Changeset::deeds);
  }

  /** Everything that is done before this changeset, by released ones too. */
  Stream<Changeset.Deed> deedsBefore(Changeset changeset) {
    return Stream.concat(
            earlier.stream(),
            changesets.stream().takeWhile(each -> !each.scope().equals(changeset.scope())))
        .flatMap(Changeset::deeds);
  }
}
