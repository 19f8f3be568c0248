package dev.croft.lint.changelog;

import dev.croft.lint.report.Finding;
import dev.croft.lint.report.Location;
import dev.croft.lint.report.Rule;
import dev.croft.lint.report.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files that were released, by whatever evidence, and how they are different now.
 *
 * @param paths what was released
 * @param differences each begins with the path of the file
 */
public record ReleasedFiles(Set<String> paths, List<String> differences) {
  /** What is asked of them. */
  public static final Rule RULE =
      new Rule(
          "released-changelog",
          Severity.ERROR,
          "What was released is never edited, renamed, moved or deleted",
          "Databases that applied it keep what it was; new ones get what it is, and from then on"
              + " the two differ.");

  public ReleasedFiles {
    paths = Set.copyOf(paths);
    differences = List.copyOf(differences);
  }

  /** Nothing is known to be released. */
  public static ReleasedFiles none() {
    return new ReleasedFiles(Set.of(), List.of());
  }

  /** These and others. */
  public ReleasedFiles and(ReleasedFiles others) {
    List<String> all = new ArrayList<>(differences);
    Set<String> union = new HashSet<>(paths);
    all.addAll(others.differences);
    union.addAll(others.paths);
    return new ReleasedFiles(union, all);
  }

  List<Finding> findings() {
    return differences.stream().map(ReleasedFiles::finding).toList();
  }

  private static Finding finding(String difference) {
    int end = difference.indexOf(' ');
    String file = end < 0 ? difference : difference.substring(0, end).replaceFirst("[,:].*", "");
    return new Finding(
        RULE,
        file,
        Optional.of(new Location(file, 1)),
        difference + "; restore it, and put what should be different into a new file at the end",
        "");
  }
}
