package dev.croft.billing;

import static dev.croft.schema.billing.Tables.CUSTOMERS;

import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.isolation.TenantId;
import dev.croft.session.SystemSession;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * What providers of payments call tenants, which no tenant sees. The tenant's audit log tells that
 * it changed, and not to what, in the same transaction.
 */
public final class SystemCustomerRepository {
  private final SystemSession session;
  private final DSLContext dsl;

  private SystemCustomerRepository(SystemSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The customers, as {@code session} may reach them. */
  public static SystemCustomerRepository in(SystemSession session) {
    return new SystemCustomerRepository(session);
  }

  /** Finds what {@code provider} calls {@code tenant}. */
  public Optional<ProviderReference> find(TenantId tenant, String provider) {
    return dsl.selectFrom(CUSTOMERS)
        .where(is(tenant, provider))
        .fetchOptional(row -> new ProviderReference(row.getProvider(), row.getExternalId()));
  }

  /** Finds the tenant that a provider calls so. */
  public Optional<TenantId> findTenant(ProviderReference customer) {
    return dsl.select(CUSTOMERS.TENANT_ID)
        .from(CUSTOMERS)
        .where(CUSTOMERS.PROVIDER.eq(customer.provider()))
        .and(CUSTOMERS.EXTERNAL_ID.eq(customer.externalId()))
        .fetchOptional(row -> new TenantId(row.value1()));
  }

  /**
   * Records what a provider calls {@code tenant}, instead of what it called it before; no effect
   * where that is known. Two callers at once take turns, and the later one prevails.
   *
   * @throws dev.croft.exception.DuplicateKeyException when the provider calls another tenant so
   * @throws dev.croft.exception.NotFoundException when there is no such tenant
   */
  public void set(TenantId tenant, ProviderReference customer) {
    session.transaction(
        tx -> {
          TenantLock.take(tx.dsl(), tenant);
          if (!in(tx).find(tenant, customer.provider()).equals(Optional.of(customer))) {
            write(tx.dsl(), tenant, customer);
            SystemAuditLogRepository.in(tx)
                .append(
                    tenant,
                    BillingLog.customer("link", tenant)
                        .to(BillingLog.provider(customer.provider())));
          }
        });
  }

  private static void write(DSLContext dsl, TenantId tenant, ProviderReference customer) {
    dsl.insertInto(CUSTOMERS)
        .set(CUSTOMERS.TENANT_ID, tenant.value())
        .set(CUSTOMERS.PROVIDER, customer.provider())
        .set(CUSTOMERS.EXTERNAL_ID, customer.externalId())
        .onConflict(CUSTOMERS.TENANT_ID, CUSTOMERS.PROVIDER)
        .doUpdate()
        .set(CUSTOMERS.EXTERNAL_ID, customer.externalId())
        .execute();
  }

  /** Forgets what {@code provider} calls {@code tenant}; no effect where that is not known. */
  public void remove(TenantId tenant, String provider) {
    session.transaction(
        tx -> {
          if (tx.dsl().deleteFrom(CUSTOMERS).where(is(tenant, provider)).execute() > 0) {
            SystemAuditLogRepository.in(tx)
                .append(
                    tenant,
                    BillingLog.customer("unlink", tenant).from(BillingLog.provider(provider)));
          }
        });
  }

  private static Condition is(TenantId tenant, String provider) {
    return CUSTOMERS.TENANT_ID.eq(tenant.value()).and(CUSTOMERS.PROVIDER.eq(provider));
  }
}
