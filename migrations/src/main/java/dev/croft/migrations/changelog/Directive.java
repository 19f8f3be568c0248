package dev.croft.migrations.changelog;

import java.util.Arrays;
import java.util.Optional;

/** The words at the beginning of a comment that Liquibase reads. */
enum Directive {
  CHANGESET("changeset"),
  ROLLBACK("rollback"),
  VALID_CHECKSUM("validchecksum"),
  IGNORE_LINES("ignorelines");

  private final String spelling;

  Directive(String spelling) {
    this.spelling = spelling;
  }

  String spelling() {
    return spelling;
  }

  static Optional<Directive> named(String word) {
    return Arrays.stream(values()).filter(each -> each.spelling.equals(word)).findFirst();
  }

  /** The directive that differs from the word by one slip of the hand, if any. */
  static Optional<Directive> nearest(String word) {
    return Arrays.stream(values())
        .filter(each -> Slips.between(word, each.spelling) == 1)
        .findFirst();
  }
}
