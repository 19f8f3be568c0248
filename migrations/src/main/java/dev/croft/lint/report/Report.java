package dev.croft.lint.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that was found. */
public final class Report {
  private final List<Finding> findings;
  private final List<String> notes;

  private Report(List<Finding> findings, List<String> notes) {
    this.findings = findings;
    this.notes = notes;
  }

  /**
   * Orders the findings: worst first; of these first what adds a column, and last what renames or
   * drops one, since other fixes name it; then file by file, then by object.
   */
  public static Report of(Collection<Finding> findings) {
    return new Report(findings.stream().distinct().sorted(Finding.ORDER).toList(), List.of());
  }

  /** What was found; empty if every rule holds. */
  public List<Finding> findings() {
    return findings;
  }

  /** This report with a sentence about what was not asked. */
  public Report noting(String note) {
    return new Report(findings, Stream.concat(notes.stream(), Stream.of(note)).toList());
  }

  /** What was not asked, and why. */
  public List<String> notes() {
    return notes;
  }

  /** How many findings are of this severity. */
  public int count(Severity severity) {
    return (int) findings.stream().filter(each -> each.rule().severity() == severity).count();
  }

  /** Whether something is at least as bad as this. */
  public boolean holds(Severity severity) {
    return findings.stream().anyMatch(each -> each.rule().severity().compareTo(severity) <= 0);
  }

  /** All of it for a person, the sum in the last line. */
  public String text() {
    return findings.stream().map(each -> each.text() + "\n").collect(Collectors.joining())
        + notes.stream().map(each -> each + "\n").collect(Collectors.joining())
        + summary()
        + "\n";
  }

  /** Such as {@code 2 errors, 1 warning, 0 hints.} */
  public String summary() {
    return "%s, %s, %s."
        .formatted(counted(Severity.ERROR), counted(Severity.WARNING), counted(Severity.HINT));
  }

  /** The same for programs: texts, numbers, lists and maps. */
  public Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("errors", count(Severity.ERROR));
    facts.put("warnings", count(Severity.WARNING));
    facts.put("hints", count(Severity.HINT));
    facts.put("notes", notes);
    facts.put("findings", findings.stream().map(Finding::facts).toList());
    return facts;
  }

  private String counted(Severity severity) {
    int count = count(severity);
    return "%d %s%s".formatted(count, severity.word(), count == 1 ? "" : "s");
  }
}
