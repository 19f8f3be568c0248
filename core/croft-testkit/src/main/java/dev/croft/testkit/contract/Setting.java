package dev.croft.testkit.contract;

/** Which fences stand in a {@link World}, and whether the other tenant is there. */
enum Setting {
  ALL_FENCES("with all fences"),
  PREDICATES_ALONE("without row-level security"),
  OTHER_ABSENT("without the other tenant");

  private final String words;

  Setting(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
