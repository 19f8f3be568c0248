package dev.croft.lint.changelog;

import dev.croft.lint.report.Allowance;
import dev.croft.lint.report.Finding;
import dev.croft.lint.report.Found;
import dev.croft.lint.report.Location;
import dev.croft.lint.report.Permit;
import dev.croft.lint.report.Permits;
import dev.croft.lint.report.Rule;
import dev.croft.migrations.WrittenChangelog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules about changelog files, and what breaks them. */
public final class ChangelogRules {
  private static final String MARK = "croft:allow";
  private static final List<ChangelogRule> ALL =
      Stream.of(
              FileRules.all(),
              ChangesetRules.all(),
              LockHazards.all(),
              ContractionRules.all(),
              TransactionRules.all(),
              StatementRules.all(),
              FenceRules.all(),
              LockTimeoutRules.all())
          .flatMap(List::stream)
          .toList();
  private static final Set<String> ABOUT_FILES =
      ALL.stream()
          .filter(ChangelogRule::isAboutFile)
          .map(each -> each.rule().id())
          .collect(Collectors.toUnmodifiableSet());

  private ChangelogRules() {}

  /** What they are. */
  public static List<Rule> rules() {
    return Stream.concat(
            Stream.of(Permits.RULE, ReleasedFiles.RULE), ALL.stream().map(ChangelogRule::rule))
        .toList();
  }

  /**
   * Asks every rule of what is not released, and of the rest whether it is as it was.
   *
   * @param known the ids of the rules that an allowance may name
   */
  public static List<Finding> findings(
      WrittenChangelog written, ReleasedFiles released, Set<String> known) {
    Draft draft = Draft.of(written, released.paths());
    List<Found> found = ALL.stream().flatMap(each -> each.found(draft)).toList();
    List<Finding> findings = new ArrayList<>(released.findings());
    findings.addAll(Permits.of(permits(draft), known).heard(found));
    return findings;
  }

  private static List<Permit> permits(Draft draft) {
    return draft.changesets().stream().flatMap(ChangelogRules::permits).toList();
  }

  private static Stream<Permit> permits(Changeset changeset) {
    Stream<Permit> inNote =
        Allowance.in(changeset.written().note()).stream()
            .map(each -> permit(changeset, changeset.line(), each));
    return Stream.concat(inNote, permitsInText(changeset).stream());
  }

  private static List<Permit> permitsInText(Changeset changeset) {
    List<Permit> permits = new ArrayList<>();
    for (int i = 0; i < changeset.lines().size(); i++) {
      String line = changeset.lines().get(i).strip();
      if (line.startsWith("--") && line.substring(2).strip().startsWith(MARK)) {
        int at = changeset.line() + i;
        Allowance.in(line).forEach(each -> permits.add(permit(changeset, at, each)));
      }
    }
    return permits;
  }

  private static Permit permit(Changeset changeset, int line, Allowance allowance) {
    String file = changeset.written().file();
    String scope = ABOUT_FILES.contains(allowance.rule()) ? file : changeset.scope();
    return new Permit(scope, changeset.name(), Optional.of(new Location(file, line)), allowance);
  }
}
