package dev.croft.seeding;

import org.jspecify.annotations.Nullable;

/** A seeder was refused or failed; nothing of its run was kept. */
public class SeedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SeedException(String problem, String facts, String advice, @Nullable Throwable cause) {
    super("%s: %s. %s".formatted(problem, facts, advice), cause);
  }

  static SeedException failed(String seeder, String complaint, Throwable cause) {
    return new SeedException(
        "seeder %s failed".formatted(seeder),
        complaint,
        "Correct that and run it again, as a member of croft_admin; seeders before it are done.",
        cause);
  }

  static SeedException unordered(String names) {
    return new SeedException(
        "the seeders have no order",
        "each of these comes after another, or after one that is not there: " + names,
        "Add the missing one, or take a name out of after().",
        null);
  }

  static SeedException twice(String name) {
    return new SeedException(
        "two seeders have one name", name + " is there twice", "Rename one.", null);
  }
}
