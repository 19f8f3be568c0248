package dev.croft.lint.changelog;

import static java.util.stream.Collectors.toSet;

import dev.croft.lint.sql.Effect;
import dev.croft.lint.sql.Effect.Kind;
import dev.croft.migrations.WrittenChangelog;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The part of a changelog that no release has frozen: what can still be written otherwise. A table
 * that it creates holds no rows that anybody waits for; every other table does.
 *
 * @param files the paths of its files, in order
 * @param earlier changesets that were released and may have prepared for these
 * @param newTables which it creates, at any time
 * @param releasedTables which the earlier ones create
 */
record Draft(
    WrittenChangelog written,
    List<String> files,
    List<Changeset> changesets,
    List<Changeset> earlier,
    Set<String> newTables,
    Set<String> releasedTables) {

  static Draft of(WrittenChangelog written, Set<String> released) {
    List<String> files =
        written.files().keySet().stream().filter(each -> !released.contains(each)).toList();
    List<Changeset> changesets = read(written, (file, text) -> files.contains(file));
    Set<String> asked =
        bare(tables(changesets, Kind.SET_NOT_NULL, Kind.CREATE_UNLESS_THERE, Kind.SEEK_ROWS));
    List<Changeset> earlier =
        read(written, (file, text) -> !files.contains(file) && mentions(text, asked));
    return new Draft(
        written,
        files,
        changesets,
        earlier,
        tables(changesets, Kind.CREATE_TABLE),
        tables(earlier, Kind.CREATE_TABLE));
  }

  private static List<Changeset> read(
      WrittenChangelog written, BiPredicate<String, String> isMeant) {
    return written.files().entrySet().stream()
        .filter(each -> isMeant.test(each.getKey(), each.getValue()))
        .flatMap(each -> read(written, each.getKey(), each.getValue()).stream())
        .toList();
  }

  private static List<Changeset> read(WrittenChangelog written, String file, String text) {
    ChangesetReader reader = new ChangesetReader(file, text);
    return written.changesets().stream()
        .filter(each -> each.file().equals(file))
        .map(reader::read)
        .toList();
  }

  /** A text need not be parsed to know that it says nothing of a table. */
  private static boolean mentions(String text, Set<String> tables) {
    String lower = text.toLowerCase(Locale.ROOT);
    return tables.stream().anyMatch(lower::contains);
  }

  private static Set<String> bare(Set<String> tables) {
    return tables.stream()
        .map(each -> each.substring(each.lastIndexOf('.') + 1).replace("\"", ""))
        .map(each -> each.toLowerCase(Locale.ROOT))
        .collect(toSet());
  }

  private static Set<String> tables(List<Changeset> changesets, Kind... kinds) {
    Set<Kind> meant = Set.of(kinds);
    return changesets.stream()
        .flatMap(Changeset::deeds)
        .map(Changeset.Deed::effect)
        .filter(each -> meant.contains(each.kind()))
        .map(Effect::table)
        .collect(toSet());
  }

  /** Whether others use what this is done to. */
  boolean isInUse(Changeset.Deed deed) {
    Effect effect = deed.effect();
    NewObjects made = NewObjects.before(this, deed);
    boolean isOfIndex =
        effect.kind() == Kind.DROP_INDEX
            || (effect.kind() == Kind.REBUILD_INDEX && effect.table().isEmpty());
    return isOfIndex ? !made.holdIndex(effect.name()) : !made.holdTable(effect.table());
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

  /** Everything that statements before the one of this deed do, released ones too. */
  List<Effect> effectsBefore(Changeset.Deed deed) {
    return Stream.concat(earlier.stream(), changesets.stream())
        .flatMap(Changeset::deeds)
        .takeWhile(each -> !each.isOfStatement(deed))
        .map(Changeset.Deed::effect)
        .toList();
  }
}
