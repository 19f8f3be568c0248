package dev.croft.documentation;

import static dev.croft.documentation.Dependency.sorted;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of a table, and what holds in them whether or not anybody said so. */
record Rows(List<String> columns, List<List<Optional<String>>> values) {
  private static final int WIDEST = 3;
  private static final int TELLING = 15;

  /** Rows in which a column of the left side is null say nothing of the dependency. */
  boolean hold(Dependency dependency) {
    return agreements(dependency).allMatch(agreement -> agreement);
  }

  /** For each row after the first that has its left side, whether it has the right side too. */
  private Stream<Boolean> agreements(Dependency dependency) {
    int[] left = positions(dependency.left());
    int[] right = positions(dependency.right());
    Map<List<Optional<String>>, List<Optional<String>>> seen = new HashMap<>();
    Stream.Builder<Boolean> agreements = Stream.builder();
    for (List<Optional<String>> row : values) {
      List<Optional<String>> key = projection(row, left);
      if (!key.contains(Optional.<String>empty())) {
        List<Optional<String>> found = projection(row, right);
        if (seen.containsKey(key)) {
          agreements.add(found.equals(seen.get(key)));
        } else {
          seen.put(key, found);
        }
      }
    }
    return agreements.build();
  }

  /** Whether the dependency holds, and so many rows agree in its left side that it is no chance. */
  private boolean tell(Dependency dependency) {
    List<Boolean> agreements = agreements(dependency).toList();
    return agreements.size() >= TELLING && !agreements.contains(false);
  }

  /** The dependencies of few columns that hold and do not follow from the heading. */
  List<Dependency> beyond(Heading heading) {
    List<Dependency> found = new ArrayList<>();
    for (SortedSet<String> left : subsets(WIDEST)) {
      for (String column : columns) {
        Dependency candidate = Dependency.of(left, List.of(column));
        if (!heading.implies(candidate) && !follows(candidate, found) && tell(candidate)) {
          found.add(candidate);
        }
      }
    }
    return found;
  }

  private static boolean follows(Dependency candidate, List<Dependency> found) {
    return found.stream()
        .anyMatch(
            smaller ->
                smaller.right().equals(candidate.right())
                    && candidate.left().containsAll(smaller.left()));
  }

  private List<SortedSet<String>> subsets(int widest) {
    List<SortedSet<String>> all = new ArrayList<>(List.of(sorted(Set.of())));
    for (int size = 0, from = 0; size < widest; size++) {
      int to = all.size();
      for (SortedSet<String> smaller : List.copyOf(all.subList(from, to))) {
        columns.stream()
            .filter(column -> smaller.isEmpty() || column.compareTo(smaller.last()) > 0)
            .forEach(column -> all.add(with(smaller, column)));
      }
      from = to;
    }
    return all;
  }

  private static SortedSet<String> with(SortedSet<String> columns, String column) {
    TreeSet<String> wider = new TreeSet<>(columns);
    wider.add(column);
    return wider;
  }

  /**
   * Whether the rows, seen in these columns alone, are the join of all their projections that leave
   * one column out. If they are not, they are no join of narrower projections either.
   */
  boolean decompose(Collection<String> of) {
    Set<List<Optional<String>>> whole = projections(positions(of));
    int width = of.size();
    List<Set<List<Optional<String>>>> parts = new ArrayList<>();
    for (int left = 0; left < width; left++) {
      int out = left;
      parts.add(whole.stream().map(row -> without(row, out)).collect(toSet()));
    }
    return whole.stream().allMatch(row -> changes(row, whole, parts).allMatch(whole::contains));
  }

  private static Stream<List<Optional<String>>> changes(
      List<Optional<String>> row,
      Set<List<Optional<String>>> whole,
      List<Set<List<Optional<String>>>> parts) {
    int last = row.size() - 1;
    return whole.stream()
        .map(other -> other.get(last))
        .distinct()
        .map(value -> changed(row, last, value))
        .filter(
            candidate ->
                IntStream.range(0, parts.size())
                    .allMatch(out -> parts.get(out).contains(without(candidate, out))));
  }

  /** The pairs of columns of which no row has one without the other, though some lack both. */
  List<SortedSet<String>> together() {
    List<SortedSet<String>> pairs = new ArrayList<>();
    for (SortedSet<String> pair : subsets(2)) {
      Set<List<Boolean>> shapes = shapes(pair);
      if (pair.size() == 2 && shapes.equals(Set.of(List.of(true, true), List.of(false, false)))) {
        pairs.add(pair);
      }
    }
    return pairs;
  }

  private Set<List<Boolean>> shapes(SortedSet<String> of) {
    int[] positions = positions(of);
    return values.stream()
        .map(row -> projection(row, positions).stream().map(Optional::isEmpty).toList())
        .collect(toSet());
  }

  private Set<List<Optional<String>>> projections(int[] positions) {
    return values.stream().map(row -> projection(row, positions)).collect(toSet());
  }

  private static List<Optional<String>> projection(List<Optional<String>> row, int[] positions) {
    List<Optional<String>> projection = new ArrayList<>();
    for (int position : positions) {
      projection.add(row.get(position));
    }
    return projection;
  }

  private static List<Optional<String>> without(List<Optional<String>> row, int position) {
    List<Optional<String>> shorter = new ArrayList<>(row);
    shorter.remove(position);
    return shorter;
  }

  private static List<Optional<String>> changed(
      List<Optional<String>> row, int position, Optional<String> value) {
    List<Optional<String>> changed = new ArrayList<>(row);
    changed.set(position, value);
    return changed;
  }

  int[] positions(Collection<String> of) {
    return of.stream().mapToInt(columns::indexOf).toArray();
  }
}
