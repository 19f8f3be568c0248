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
import java.util.stream.Collectors;

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

  /** These but for some, of which others know more. */
  public ReleasedFiles without(Set<String> known) {
    return new ReleasedFiles(
        paths.stream().filter(each -> !known.contains(each)).collect(Collectors.toSet()),
        differences.stream().filter(each -> !known.contains(file(each))).toList());
  }

  List<Finding> findings() {
    return differences.stream().map(ReleasedFiles::finding).toList();
  }

  private static Finding finding(String difference) {
    String file = file(difference);
    return new Finding(
        RULE,
        file,
        Optional.of(new Location(file, 1)),
        difference + "; restore it, and put what should be different into a new file at the end",
        "");
  }

  /** The sentence begins with it; after it comes a blank or a comma. */
  private static String file(String difference) {
    String first = difference.substring(0, difference.indexOf(' '));
    return first.endsWith(",") ? first.substring(0, first.length() - 1) : first;
  }
}
