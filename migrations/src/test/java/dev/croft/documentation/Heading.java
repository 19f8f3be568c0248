package dev.croft.documentation;

import static dev.croft.documentation.Dependency.sorted;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The columns of a table and the functional dependencies that hold in it. */
record Heading(SortedSet<String> columns, List<Dependency> dependencies) {

  /** All that the columns determine. */
  SortedSet<String> closure(Collection<String> of) {
    TreeSet<String> determined = new TreeSet<>(of);
    int before;
    do {
      before = determined.size();
      for (Dependency dependency : dependencies) {
        if (determined.containsAll(dependency.left())) {
          determined.addAll(dependency.right());
        }
      }
    } while (determined.size() > before);
    return determined;
  }

  boolean implies(Dependency dependency) {
    return closure(dependency.left()).containsAll(dependency.right());
  }

  boolean isSuperkey(Collection<String> candidate) {
    return closure(candidate).containsAll(columns);
  }

  /** Every candidate key, found from one by exchange along the dependencies (Lucchesi, Osborn). */
  Set<SortedSet<String>> keys() {
    Set<SortedSet<String>> keys = new LinkedHashSet<>();
    Deque<SortedSet<String>> open = new ArrayDeque<>(List.of(reduced(columns)));
    while (!open.isEmpty()) {
      SortedSet<String> key = open.remove();
      keys.add(key);
      for (Dependency dependency : dependencies) {
        TreeSet<String> superkey = new TreeSet<>(key);
        superkey.removeAll(dependency.right());
        superkey.addAll(dependency.left());
        if (keys.stream().noneMatch(superkey::containsAll)) {
          open.add(reduced(superkey));
        }
      }
    }
    return keys;
  }

  private SortedSet<String> reduced(SortedSet<String> superkey) {
    TreeSet<String> key = new TreeSet<>(superkey);
    for (String column : superkey) {
      key.remove(column);
      if (!isSuperkey(key)) {
        key.add(column);
      }
    }
    return sorted(key);
  }

  /** What keeps the table from Boyce–Codd normal form. */
  List<Dependency> beyondKeys() {
    return dependencies.stream()
        .filter(dependency -> !dependency.isTrivial() && !isSuperkey(dependency.left()))
        .toList();
  }
}
