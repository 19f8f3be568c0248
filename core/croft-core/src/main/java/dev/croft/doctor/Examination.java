package dev.croft.doctor;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the doctor found in a database.
 *
 * @param findings in the order of the rules; empty when nothing is wrong
 */
public record Examination(List<Finding> findings) {

  public Examination {
    findings = List.copyOf(findings);
  }

  /** The findings on which Croft does not open. */
  public List<Finding> errors() {
    return of(Severity.ERROR);
  }

  /** The findings on which Croft opens. */
  public List<Finding> warnings() {
    return of(Severity.WARNING);
  }

  Examination without(Examination known) {
    return new Examination(
        findings.stream().filter(finding -> !known.findings.contains(finding)).toList());
  }

  private List<Finding> of(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }

  /** For people: a line for each problem, with its reason and its repair below. */
  public String toText() {
    return findings.isEmpty()
        ? "Nothing found.%n".formatted()
        : findings.stream().map(Finding::toText).collect(Collectors.joining());
  }

  /** For programs, in JSON: an object whose {@code findings} hold one object for each finding. */
  public String toJson() {
    return findings.stream()
        .map(Finding::toJson)
        .collect(Collectors.joining(",", "{\"findings\":[", "]}"));
  }
}
