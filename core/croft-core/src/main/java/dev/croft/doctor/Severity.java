package dev.croft.doctor;

/** What a {@link Finding} means for opening Croft. */
public enum Severity {
  /** A tenant could leave its fence: Croft does not open. */
  ERROR,
  /** One fence is weaker than it should be, or the next mistake would open it: Croft opens. */
  WARNING
}
