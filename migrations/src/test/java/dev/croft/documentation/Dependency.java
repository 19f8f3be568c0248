package dev.croft.documentation;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A functional dependency: rows that agree in all of {@code left} agree in {@code right}. */
record Dependency(SortedSet<String> left, SortedSet<String> right) {
  Dependency {
    left = sorted(left);
    right = sorted(right);
  }

  static Dependency of(Collection<String> left, Collection<String> right) {
    return new Dependency(sorted(left), sorted(right));
  }

  static SortedSet<String> sorted(Collection<String> columns) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(columns));
  }

  boolean isTrivial() {
    return left.containsAll(right);
  }

  @Override
  public String toString() {
    return String.join(", ", left) + " → " + String.join(", ", right);
  }
}
