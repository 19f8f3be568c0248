package dev.croft.doctor;

/**
 * One thing in a database that keeps tenants apart less well than it should. It names roles, tables
 * and settings, never the value of a column.
 *
 * @param rule identifies the rule, such as {@code row-security-not-forced}
 * @param severity whether Croft opens nevertheless
 * @param object what breaks the rule, named as SQL names it
 * @param problem what is wrong, in a sentence without a full stop that names the object
 * @param reason why it matters, in a sentence
 * @param repair the SQL that repairs it; where SQL cannot, what to do
 */
public record Finding(
    String rule, Severity severity, String object, String problem, String reason, String repair) {

  String toText() {
    return "%s %s: %s%n  %s%n  Repair: %s%n".formatted(severity, rule, problem, reason, repair);
  }

  String toJson() {
    return "{\"rule\":%s,\"severity\":%s,\"object\":%s,\"problem\":%s,\"reason\":%s,\"repair\":%s}"
        .formatted(
            Json.string(rule),
            Json.string(severity.name()),
            Json.string(object),
            Json.string(problem),
            Json.string(reason),
            Json.string(repair));
  }
}
