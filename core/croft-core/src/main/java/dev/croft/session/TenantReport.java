package dev.croft.session;

import dev.croft.isolation.TenantId;
import java.util.Map;
import java.util.Set;

/**
 * What became of work that was run for each tenant.
 *
 * @param succeeded the tenants for which it was committed
 * @param failed the tenants for which it was rolled back, with what the work or the database threw
 */
public record TenantReport(Set<TenantId> succeeded, Map<TenantId, Exception> failed) {
  public TenantReport {
    succeeded = Set.copyOf(succeeded);
    failed = Map.copyOf(failed);
  }

  /** With numbers of tenants, without what was thrown. */
  @Override
  public String toString() {
    return "TenantReport[succeeded=%d, failed=%d]".formatted(succeeded.size(), failed.size());
  }

  /**
   * Makes failures impossible to overlook.
   *
   * @return this report, of a run without failures
   * @throws TenantRunException when the work failed for any tenant
   */
  public TenantReport orThrow() {
    if (!failed.isEmpty()) {
      throw TenantRunException.failed(this);
    }
    return this;
  }
}
