package dev.croft.testkit.contract;

/**
 * Whose rows the arguments of a call name.
 *
 * @param words for messages
 * @param ids whose ids they hold
 * @param values whose other values they hold, names above all
 */
record Variant(String words, Owner ids, Owner values) {

  /** A row of the tenant itself. */
  static Variant own(Side side) {
    return new Variant("its own row", side, side);
  }

  /** A row of the other tenant. */
  static Variant others(Side other) {
    return new Variant("a row of another tenant", other, other);
  }

  /** A row that never was. */
  static Variant nobodys(Nobody nobody) {
    return new Variant("a row that never was", nobody, nobody);
  }

  /** The tenant's own ids, with a name that the other has given. */
  static Variant taken(Side mine, Side other) {
    return new Variant("a name that another tenant has", mine, other);
  }

  /** The tenant's own ids, with a name that no one has given. */
  static Variant free(Side mine, Nobody nobody) {
    return new Variant("a name that no one has", mine, nobody);
  }
}
