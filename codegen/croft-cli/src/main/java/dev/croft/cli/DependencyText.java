package dev.croft.cli;

import dev.croft.analysis.Dependency;
import dev.croft.analysis.Evidence;
import java.util.List;

/** A dependency in words: what holds, how often it was seen to, and what to do about it. */
final class DependencyText {
  private DependencyText() {}

  static List<String> lines(Dependency dependency) {
    return dependency.kind() == Dependency.Kind.FUNCTIONAL
        ? functional(dependency)
        : multivalued(dependency);
  }

  private static List<String> functional(Dependency dependency) {
    Evidence evidence = dependency.evidence();
    String determinant = list(dependency.determinant());
    return List.of(
        "hint: %s: %s decides %s"
            .formatted(dependency.table(), determinant, list(dependency.dependent())),
        "  In %d rows%s with %d different determinants, %d could have said otherwise and did not."
            .formatted(
                evidence.rows(), sampled(evidence), evidence.determinants(), evidence.agreements()),
        "  Is it so always? Then move %s to a table whose key is %s. If it is to stay, say"
            .formatted(list(dependency.dependent()), determinant),
        "  \"@depends %s\" in the column's comment, and croft:allow dependency-not-on-key with a reason."
            .formatted(determinant));
  }

  private static List<String> multivalued(Dependency dependency) {
    Evidence evidence = dependency.evidence();
    String determinant = list(dependency.determinant());
    return List.of(
        "hint: %s: for each %s, every %s comes with every %s"
            .formatted(
                dependency.table(),
                determinant,
                list(dependency.dependent()),
                list(dependency.independent())),
        "  In %d rows%s with %d different determinants, of which %d have several of both."
            .formatted(
                evidence.rows(), sampled(evidence), evidence.determinants(), evidence.agreements()),
        "  Is it so always? Then they are two tables: (%s, %s) and (%s, %s)."
            .formatted(
                determinant,
                list(dependency.dependent()),
                determinant,
                list(dependency.independent())));
  }

  private static String sampled(Evidence evidence) {
    return evidence.isOfSample() ? " of a sample" : "";
  }

  private static String list(List<String> columns) {
    return String.join(", ", columns);
  }
}
