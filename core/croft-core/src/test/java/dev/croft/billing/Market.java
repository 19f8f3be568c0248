package dev.croft.billing;

import dev.croft.audit.AuditEntry;
import dev.croft.audit.AuditLogRepository;
import dev.croft.fixture.Village;
import dev.croft.identity.NewTenant;
import dev.croft.identity.TenantRepository;
import dev.croft.isolation.TenantId;
import dev.croft.paging.PageRequest;
import dev.croft.session.Actor;
import dev.croft.session.SystemOptions;
import dev.croft.session.SystemSession;
import dev.croft.session.TenantSession;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;

/** A village whose new tenants begin with the plan free, and a system session named cashier. */
final class Market implements AutoCloseable {
  static final PageRequest ALL = PageRequest.first(PageRequest.MAXIMUM_SIZE);

  private final Village village = Village.found();

  Village village() {
    return village;
  }

  SystemSession system() {
    return village
        .croft()
        .system("sell plans", SystemOptions.by(Actor.service("cashier")))
        .writing();
  }

  TenantSession session(TenantId tenant) {
    return village.croft().tenant(tenant);
  }

  /** A tenant with the baseline, and with that at the plan free. */
  TenantId settle() {
    String slug = "t" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT);
    TenantId tenant = TenantRepository.in(system()).create(new NewTenant("Settler", slug)).id();
    village.asSuperuser("select croft.apply_baseline('%s', 'service', 'cashier')", tenant);
    return tenant;
  }

  /** A tenant without a live subscription. */
  TenantId settleWithoutPlan() {
    TenantId tenant = settle();
    SystemSubscriptionRepository subscriptions = SystemSubscriptionRepository.in(system());
    subscriptions.cancel(tenant, subscriptions.find(tenant).orElseThrow().id());
    return tenant;
  }

  PlanPrice price(String plan, BillingInterval interval) {
    PlanId id = SystemPlanRepository.in(system()).findByName(plan).orElseThrow().id();
    return SystemPriceRepository.in(system()).list(id).stream()
        .filter(price -> price.interval() == interval && price.isActive())
        .findAny()
        .orElseThrow();
  }

  /** What the tenant's log tells of billing, oldest first. */
  List<String> told(TenantId tenant) {
    return AuditLogRepository.in(session(tenant)).page(ALL).items().reversed().stream()
        .filter(entry -> entry.action().matches("(subscription|limit|customer):.*"))
        .filter(entry -> entry.actor().equals(Actor.service("cashier")))
        .map(Market::told)
        .toList();
  }

  static String told(AuditEntry entry) {
    return "%s %s → %s"
        .formatted(entry.action(), new TreeMap<>(entry.before()), new TreeMap<>(entry.after()));
  }

  static ProviderReference stripe(String kind) {
    return new ProviderReference("stripe", kind + "_" + UUID.randomUUID());
  }

  @Override
  public void close() {
    village.close();
  }
}
