package com.example.quickstart;

import dev.croft.exception.DatabaseException;
import java.util.List;

/** Tries to reach another tenant, and counts how often that worked. */
final class Attempts {
  private final Transcript transcript;
  private int made;
  private int succeeded;

  Attempts(Transcript transcript) {
    this.transcript = transcript;
  }

  /** Makes an attempt that must throw {@code expected}. */
  void refused(String what, Class<? extends DatabaseException> expected, Runnable attempt) {
    begin(what);
    int statementsBefore = transcript.statements();
    try {
      attempt.run();
      succeed("It was not refused.");
    } catch (DatabaseException e) {
      tell(e, transcript.statements() > statementsBefore);
      if (!expected.isInstance(e)) {
        succeed("%s was expected instead.".formatted(expected.getSimpleName()));
      }
    }
  }

  /** Makes an attempt that must see {@code permitted} and nothing else. */
  void sees(String what, List<String> permitted, Sight attempt) {
    begin(what);
    List<String> seen = attempt.look();
    transcript.rows(
        seen.isEmpty() ? List.of(List.of("(no row)")) : seen.stream().map(List::of).toList());
    if (!seen.equals(permitted)) {
      succeed("It should have been: %s".formatted(permitted));
    }
  }

  private void begin(String what) {
    made++;
    transcript.step(what);
  }

  private void tell(DatabaseException e, boolean ranSql) {
    String when = ranSql ? "Refused" : "Refused before a session sent anything";
    transcript.blank();
    transcript.say("%s: %s".formatted(when, e.getClass().getSimpleName()));
    transcript.say(String.valueOf(e.getMessage()));
  }

  private void succeed(String how) {
    succeeded++;
    transcript.blank();
    transcript.say("THE FENCE DID NOT HOLD. " + how);
  }

  int made() {
    return made;
  }

  int succeeded() {
    return succeeded;
  }

  /** An attempt to read. */
  @FunctionalInterface
  interface Sight {
    /** What it gets to see, a row each. */
    List<String> look();
  }
}
