package dev.croft.session;

/**
 * Which tenants work is run for, and for how many at a time.
 *
 * @param includesSuspended whether suspended tenants are among them; deleted ones never are
 * @param parallelism for how many tenants at a time, each on one connection; never more than the
 *     pool of tenant sessions has
 */
public record ForEachTenantOptions(boolean includesSuspended, int parallelism) {
  private static final ForEachTenantOptions DEFAULTS = new ForEachTenantOptions(false, 4);

  public ForEachTenantOptions {
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism must be at least 1");
    }
  }

  /** Active tenants, four at a time. */
  public static ForEachTenantOptions defaults() {
    return DEFAULTS;
  }

  /** These options, with suspended tenants among the others. */
  public ForEachTenantOptions includingSuspended() {
    return new ForEachTenantOptions(true, parallelism);
  }

  /** These options, for {@code tenants} at a time. */
  public ForEachTenantOptions parallelism(int tenants) {
    return new ForEachTenantOptions(includesSuspended, tenants);
  }
}
