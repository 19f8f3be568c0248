package dev.croft.billing;

import dev.croft.exception.NotFoundException;
import dev.croft.session.TenantSession;
import java.util.List;
import java.util.Optional;

/**
 * How much of what one tenant may have: what it was given itself, or else what its plan gives. A
 * plan counts while the subscription {@linkplain SubscriptionStatus#isEntitled() entitles} to it.
 * Only the system changes limits, by {@link SystemLimitRepository}.
 *
 * <p>A limit is read, not kept: two callers who each read that one more is allowed may both add
 * one. Who must not let that happen counts and adds in a transaction that locks what is counted.
 */
public final class LimitRepository {
  private final LimitRows rows;

  private LimitRepository(LimitRows rows) {
    this.rows = rows;
  }

  /** The limits of {@code session}'s tenant. */
  public static LimitRepository in(TenantSession session) {
    return new LimitRepository(LimitRows.ofSession(session.dsl()));
  }

  /**
   * Finds a limit in effect.
   *
   * @return the limit, or empty if neither the plan nor an override mentions it; that it is
   *     unlimited is said by the {@link Maximum}
   */
  public Optional<LimitInEffect> find(LimitName limit) {
    return rows.find(limit);
  }

  /**
   * Returns a limit in effect.
   *
   * @throws NotFoundException when neither the plan nor an override mentions it
   */
  public LimitInEffect get(LimitName limit) {
    return find(limit).orElseThrow(() -> new NotFoundException("limit", limit.value()));
  }

  /** Lists the limits in effect, by name. */
  public List<LimitInEffect> list() {
    return rows.list();
  }
}
