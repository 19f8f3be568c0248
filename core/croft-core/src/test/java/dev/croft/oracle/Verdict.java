package dev.croft.oracle;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the ways made of one statement.
 *
 * @param before the sums of other tenants' rows, way by way, before anything was written
 */
record Verdict(
    Statement statement, Map<Way, Outcome> outcomes, Map<Way, Map<String, String>> before) {

  /** How a fence let something through, or kept something back; empty if none did. */
  Optional<String> fault() {
    return Stream.of(Way.BOTH, Way.ROW_SECURITY, Way.POLICY)
        .filter(way -> outcomes.containsKey(way) && !isRight(way))
        .findFirst()
        .map(this::report);
  }

  private boolean isRight(Way way) {
    Outcome outcome = outcome(way);
    if (way.holdsPolicy() && outcome.kind() == Outcome.Kind.REFUSED) {
      return true;
    }
    return isExpected(outcome) && leavesOthersAlone(way);
  }

  /** To a tenant alone another tenant does not exist, which is another failure than ours. */
  private boolean isExpected(Outcome outcome) {
    Outcome alone = outcome(Way.ALONE);
    return outcome.agreesWith(alone)
        || (Changes.nameAnotherTenant(statement)
            && alone.kind() == Outcome.Kind.FAILED
            && outcome.kind() == Outcome.Kind.FAILED);
  }

  private boolean leavesOthersAlone(Way way) {
    return outcome(way).others().isEmpty() || outcome(way).others().equals(before.get(way));
  }

  Outcome outcome(Way way) {
    return Objects.requireNonNull(outcomes.get(way));
  }

  boolean isRefused() {
    return Stream.of(Way.BOTH, Way.POLICY)
        .anyMatch(way -> outcomes.containsKey(way) && outcome(way).kind() == Outcome.Kind.REFUSED);
  }

  /** Whether, without any fence, the statement shows or changes another tenant's rows. */
  boolean reachesOthers() {
    Outcome control = outcome(Way.NONE);
    return !control.agreesWith(outcome(Way.ALONE)) || !leavesOthersAlone(Way.NONE);
  }

  /** Whether PostgreSQL itself could not make sense of it. */
  boolean isInvalid() {
    String result = outcome(Way.ALONE).result();
    return result.startsWith("StatementException")
        && !result.matches("StatementException (42501|21000|57014) .*");
  }

  private String report(Way way) {
    return "%s%n  alone: %s%n  %s: %s%n  rows of others were %s%n  rows of others are %s"
        .formatted(
            statement,
            outcome(Way.ALONE),
            way,
            outcome(way),
            before.getOrDefault(way, Map.of()),
            outcome(way).others());
  }
}
