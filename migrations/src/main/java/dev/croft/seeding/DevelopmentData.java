package dev.croft.seeding;

/**
 * How much a {@link DevelopmentSeeder} makes up.
 *
 * @param seed the same number makes the same rows
 * @param tenants how many tenants, 1 to 10,000
 * @param usersPerTenant how many members each has, 1 to 100,000
 */
public record DevelopmentData(long seed, int tenants, int usersPerTenant) {
  private static final int MOST_TENANTS = 10_000;
  private static final int MOST_USERS = 100_000;

  public DevelopmentData {
    require("tenants", tenants, MOST_TENANTS);
    require("usersPerTenant", usersPerTenant, MOST_USERS);
  }

  /** Five tenants with twenty members each. */
  public static DevelopmentData defaults() {
    return new DevelopmentData(1, 5, 20);
  }

  private static void require(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s is %d; give a number from 1 to %,d".formatted(name, value, most));
    }
  }
}
