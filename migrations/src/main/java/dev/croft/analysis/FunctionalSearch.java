package dev.croft.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for what one or two columns decide. That no row contradicts says little where few could, or
 * where nearly all rows agree anyway: so it counts how many could have, and how likely it is that
 * all of them agree by chance.
 */
final class FunctionalSearch {
  private static final int FEWEST_DETERMINANTS = 3;
  private static final int FEWEST_AGREEMENTS = 20;
  private static final double LARGEST_LOG_OF_CHANCE = -9;

  private final TableShape shape;
  private final Sample sample;
  private final Map<String, Double> logOfChance = new LinkedHashMap<>();
  private final List<Dependency> found = new ArrayList<>();

  FunctionalSearch(TableShape shape, Sample sample) {
    this.shape = shape;
    this.sample = sample;
    for (String column : sample.columns()) {
      logOfChance.put(column, Math.log10(sample.chance(column)));
    }
  }

  /** One for each determinant, none of which follows from another. */
  List<Dependency> dependencies() {
    List<String> columns = sample.columns();
    columns.forEach(each -> search(List.of(each)));
    for (int first = 0; first < columns.size(); first++) {
      for (String second : columns.subList(first + 1, columns.size())) {
        search(List.of(columns.get(first), second));
      }
    }
    return List.copyOf(found);
  }

  private void search(List<String> determinant) {
    if (shape.isKey(determinant) || isWider(determinant)) {
      return;
    }
    Groups groups = sample.by(determinant);
    int agreements = groups.agreements();
    int determinants = groups.determinants();
    if (agreements < FEWEST_AGREEMENTS || determinants < FEWEST_DETERMINANTS) {
      return;
    }
    List<String> decided =
        sample.columns().stream()
            .filter(each -> !isKnown(determinant, each))
            .filter(each -> agreements * chance(each) <= LARGEST_LOG_OF_CHANCE)
            .filter(each -> groups.decide(sample.numbers(each)))
            .toList();
    if (!decided.isEmpty()) {
      Evidence evidence = new Evidence(sample.rows(), determinants, agreements, !sample.isWhole());
      found.add(
          new Dependency(
              Dependency.Kind.FUNCTIONAL, shape.name(), determinant, decided, List.of(), evidence));
    }
  }

  private double chance(String column) {
    return Optional.ofNullable(logOfChance.get(column)).orElse(0.0);
  }

  /** A tenant is decided by whatever only one tenant has so far. */
  private boolean isKnown(List<String> determinant, String column) {
    return determinant.contains(column)
        || shape.tenant().equals(Optional.of(column))
        || shape.isDeclared(determinant, column)
        || found.stream()
            .anyMatch(
                each ->
                    determinant.containsAll(each.determinant())
                        && each.dependent().contains(column));
  }

  /** Whether one of the columns decides the other, and so alone what both do. */
  private boolean isWider(List<String> determinant) {
    return found.stream()
        .anyMatch(
            each ->
                determinant.containsAll(each.determinant())
                    && each.dependent().stream().anyMatch(determinant::contains));
  }
}
