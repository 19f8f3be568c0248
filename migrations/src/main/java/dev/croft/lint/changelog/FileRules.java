package dev.croft.lint.changelog;

import static dev.croft.lint.changelog.ChangelogRule.aboutFile;

import dev.croft.lint.changelog.ChangelogRule.Break;
import dev.croft.lint.report.Severity;
import dev.croft.lint.sql.Effect.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How changelog files are named, ordered and cut. */
final class FileRules {
  private FileRules() {}

  static List<ChangelogRule> all() {
    return List.of(
        aboutFile(
            "changeset-header",
            Severity.ERROR,
            "Liquibase understands every comment that was meant for it",
            "Liquibase takes a misspelt header for an ordinary comment: it skips the change, and"
                + " reports success.",
            FileRules::faults),
        aboutFile(
            "file-name",
            Severity.WARNING,
            "A file is named after the second it was begun and what it does",
            "Two branches that count 12, 13 take the same number; time stamps do not collide, and"
                + " sort as they run.",
            FileRules::misnamed),
        aboutFile(
            "file-order",
            Severity.ERROR,
            "Files run in the order of their names",
            "Whoever reads the directory sees another order than a new database gets.",
            FileRules::misplaced),
        aboutFile(
            "one-change-per-file",
            Severity.WARNING,
            "A file holds one changeset, and a changeset creates one table",
            "A change that stands alone is reviewed, applied and rolled back alone; where the"
                + " second of two fails, half a file is applied.",
            FileRules::crowded));
  }

  private static Stream<Break> faults(Draft draft) {
    return draft.written().faults().stream()
        .filter(each -> !draft.isSettled(each.file()))
        .map(each -> Break.ofFile(each.file(), each.line(), each.problem()));
  }

  private static Stream<Break> misnamed(Draft draft) {
    return draft.files().stream()
        .filter(each -> FileName.of(each).isEmpty())
        .map(each -> Break.ofFile(each, 1, FileName.problem(each)));
  }

  private static Stream<Break> misplaced(Draft draft) {
    List<Break> breaks = new ArrayList<>();
    List<String> files = List.copyOf(draft.written().files().keySet());
    for (int i = 1; i < files.size(); i++) {
      String file = files.get(i);
      String before = files.get(i - 1);
      if (draft.files().contains(file) && FileName.isLater(before, file)) {
        breaks.add(
            Break.ofFile(file, 1, "it runs after %s, whose name is later".formatted(before)));
      }
    }
    return breaks.stream();
  }

  private static Stream<Break> crowded(Draft draft) {
    return draft.changesets().stream()
        .collect(Collectors.groupingBy(each -> each.written().file()))
        .entrySet()
        .stream()
        .flatMap(each -> crowded(each.getKey(), each.getValue()));
  }

  private static Stream<Break> crowded(String file, List<Changeset> changesets) {
    if (changesets.size() > 1) {
      String problem =
          "it holds %d changesets: move this one to a file of its own".formatted(changesets.size());
      return changesets.stream().skip(1).map(each -> Break.ofFile(file, each.line(), problem));
    }
    return changesets
        .getFirst()
        .deeds()
        .filter(each -> each.effect().kind() == Kind.CREATE_TABLE)
        .skip(1)
        .map(
            each ->
                Break.ofFile(
                    file,
                    each.statement().line(),
                    "it creates %s beside another table: give it a file of its own"
                        .formatted(each.effect().table())));
  }
}
