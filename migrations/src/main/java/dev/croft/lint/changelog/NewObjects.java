package dev.croft.lint.changelog;

import dev.croft.lint.changelog.Changeset.Deed;
import dev.croft.lint.sql.Effect;
import java.util.HashSet;
import java.util.Set;

/** What unreleased statements have made, one after the other: nobody uses it yet. */
final class NewObjects {
  private final Set<String> tables = new HashSet<>();
  private final Set<String> indexes = new HashSet<>();
  private final Set<String> there;

  private NewObjects(Set<String> there) {
    this.there = new HashSet<>(there);
  }

  /**
   * What is new to this deed: a name that is given to something new afterwards, or was before, is
   * that of something else.
   */
  static NewObjects before(Draft draft, Deed deed) {
    NewObjects made = new NewObjects(draft.releasedTables());
    draft.deeds().takeWhile(each -> !each.isOfStatement(deed)).forEach(made::add);
    return made;
  }

  private void add(Deed deed) {
    Effect effect = deed.effect();
    switch (effect.kind()) {
      case CREATE_TABLE, CREATE_VIEW -> {
        if (!there.contains(effect.table())) {
          tables.add(effect.table());
        }
      }
      case RENAME_TABLE, DROP_TABLE, DROP_VIEW -> {
        tables.remove(effect.table());
        there.remove(effect.table());
      }
      case BUILD_INDEX, BUILD_INDEX_CONCURRENTLY -> {
        if (tables.contains(effect.table())) {
          indexes.add(effect.beside());
        }
      }
      default -> {}
    }
  }

  boolean holdTable(String table) {
    return tables.contains(table);
  }

  boolean holdIndex(String index) {
    return indexes.contains(index);
  }
}
