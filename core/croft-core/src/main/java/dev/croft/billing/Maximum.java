package dev.croft.billing;

/** How much of something there may be: so much, or as much as one likes. */
public sealed interface Maximum {
  /** So much. */
  static Maximum of(long amount) {
    return new Limited(amount);
  }

  /** As much as one likes. */
  static Maximum unlimited() {
    return new Unlimited();
  }

  /** Whether there may be {@code amount} in all. */
  boolean allows(long amount);

  /**
   * So much.
   *
   * @param amount in the unit of the limit, not negative
   */
  record Limited(long amount) implements Maximum {
    public Limited {
      if (amount < 0) {
        throw new IllegalArgumentException("A maximum is not negative.");
      }
    }

    @Override
    public boolean allows(long wanted) {
      return wanted <= amount;
    }
  }

  /** As much as one likes. */
  record Unlimited() implements Maximum {
    @Override
    public boolean allows(long wanted) {
      return true;
    }
  }
}
