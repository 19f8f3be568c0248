package dev.croft.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for columns that come in every combination with the others, for one determinant each. It
 * has to see all rows of a determinant.
 */
final class MultivaluedSearch {
  private static final int FEWEST_ATTRIBUTES = 2;
  private static final int MOST_ATTRIBUTES = 8;
  private static final int FEWEST_GROUPS = 5;
  private static final int FEWEST_COMBINATIONS = 30;

  private final TableShape shape;
  private final List<Dependency> functional;

  MultivaluedSearch(TableShape shape, List<Dependency> functional) {
    this.shape = shape;
    this.functional = functional;
  }

  /** What may decide: the tenant, or one column, within the tenant if there is one. */
  List<List<String>> determinants() {
    int width = shape.attributes().size();
    if (width < FEWEST_ATTRIBUTES || width > MOST_ATTRIBUTES) {
      return List.of();
    }
    List<List<String>> determinants = new ArrayList<>();
    shape.tenant().ifPresent(tenant -> determinants.add(List.of(tenant)));
    for (String column : shape.attributes()) {
      List<String> determinant = new ArrayList<>(shape.tenant().stream().toList());
      determinant.add(column);
      determinants.add(List.copyOf(determinant));
    }
    return determinants;
  }

  /** Those of this determinant, in rows that hold every row of each determinant that they hold. */
  List<Dependency> dependencies(List<String> determinant, Sample sample) {
    if (shape.isKey(determinant)) {
      return List.of();
    }
    List<Dependency> found = new ArrayList<>();
    List<String> others = new ArrayList<>(shape.attributes());
    others.removeAll(determinant);
    Set<Set<String>> seen = new HashSet<>();
    for (String column : others) {
      Set<String> dependent = withWhatFollows(column, others);
      Set<String> independent = new TreeSet<>(others);
      independent.removeAll(dependent);
      if (!independent.isEmpty() && seen.add(dependent) && !seen.contains(independent)) {
        Products products = Products.of(sample, determinant, dependent, independent);
        if (products.isEverywhere()
            && products.groups() >= FEWEST_GROUPS
            && products.combinations() >= FEWEST_COMBINATIONS) {
          found.add(dependency(determinant, dependent, independent, sample, products));
        }
      }
    }
    return found;
  }

  /** A column, and what it decides: the name of a thing goes with its number. */
  private Set<String> withWhatFollows(String column, Collection<String> others) {
    Set<String> all = new TreeSet<>(List.of(column));
    functional.stream()
        .filter(each -> each.determinant().equals(List.of(column)))
        .flatMap(each -> each.dependent().stream())
        .filter(others::contains)
        .forEach(all::add);
    return all;
  }

  private Dependency dependency(
      List<String> determinant,
      Set<String> dependent,
      Set<String> independent,
      Sample sample,
      Products products) {
    return new Dependency(
        Dependency.Kind.MULTIVALUED,
        shape.name(),
        determinant,
        List.copyOf(dependent),
        List.copyOf(independent),
        new Evidence(
            sample.rows(),
            sample.by(determinant).determinants(),
            products.groups(),
            !sample.isWhole()));
  }
}
