package dev.croft.lint.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The allowances that one engine met. One that gives no reason, names no rule or allows nothing is
 * found as well: it would hide what it was not written for.
 */
public final class Permits {
  /** What is asked of an allowance itself; it cannot be allowed away. */
  public static final Rule RULE =
      new Rule(
          "allowance",
          Severity.ERROR,
          "An allowance names a rule and a reason, and allows something",
          "What nobody can judge or needs any more hides the next thing that is found there.");

  private final List<Permit> permits;
  private final Set<String> known;

  private Permits(List<Permit> permits, Set<String> known) {
    this.permits = permits;
    this.known = known;
  }

  /**
   * The allowances of one engine.
   *
   * @param known the ids of all rules, whichever engine asks them
   */
  public static Permits of(List<Permit> permits, Set<String> known) {
    return new Permits(List.copyOf(permits), Set.copyOf(known));
  }

  /** What is not allowed, and what is wrong with the allowances. */
  public List<Finding> heard(List<Found> found) {
    return Stream.concat(
            found.stream().filter(each -> !isAllowed(each)).map(Found::finding),
            permits.stream().flatMap(each -> problem(each, found).stream()))
        .toList();
  }

  private boolean isAllowed(Found found) {
    return permits.stream().anyMatch(each -> each.allows(found));
  }

  private Optional<Finding> problem(Permit permit, List<Found> found) {
    Allowance allowance = permit.allowance();
    if (!known.contains(allowance.rule())) {
      return finding(permit, "croft:allow names no rule: \"%s\"".formatted(allowance.rule()));
    }
    if (!allowance.isReasoned()) {
      return finding(permit, "croft:allow %s gives no reason".formatted(allowance.rule()));
    }
    return found.stream().noneMatch(permit::allows)
        ? finding(permit, "croft:allow %s allows nothing: take it away".formatted(allowance.rule()))
        : Optional.empty();
  }

  private static Optional<Finding> finding(Permit permit, String problem) {
    return Optional.of(new Finding(RULE, permit.object(), permit.location(), problem, ""));
  }
}
