package dev.croft.testkit.contract;

/** Which fences stand in a {@link World}, and whether the other tenant is there. */
enum Setting {
  ALL_FENCES("with all fences", true, true),
  PREDICATES_ALONE("without row-level security", true, false),
  ROW_SECURITY_ALONE("without predicates", false, true),
  NO_FENCE("without any fence", false, false),
  OTHER_ABSENT("without the other tenant", true, true);

  private final String words;
  private final boolean hasPredicates;
  private final boolean hasRowSecurity;

  Setting(String words, boolean hasPredicates, boolean hasRowSecurity) {
    this.words = words;
    this.hasPredicates = hasPredicates;
    this.hasRowSecurity = hasRowSecurity;
  }

  boolean hasPredicates() {
    return hasPredicates;
  }

  boolean hasRowSecurity() {
    return hasRowSecurity;
  }

  @Override
  public String toString() {
    return words;
  }
}
