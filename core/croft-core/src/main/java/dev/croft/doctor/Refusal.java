package dev.croft.doctor;

import dev.croft.exception.UnsafeDatabaseException;
import java.util.List;
import java.util.stream.Collectors;

/** Says all that is wrong at once, the worst first, so that it is repaired in one go. */
final class Refusal {
  private Refusal() {}

  static UnsafeDatabaseException because(List<Finding> errors) {
    Finding first = errors.getFirst();
    String others =
        errors.stream()
            .skip(1)
            .map(error -> "\nAlso: %s. %s".formatted(error.problem(), repair(error)))
            .collect(Collectors.joining());
    return new UnsafeDatabaseException(first.problem(), repair(first) + others);
  }

  private static String repair(Finding error) {
    return "Repair: " + error.repair();
  }
}
