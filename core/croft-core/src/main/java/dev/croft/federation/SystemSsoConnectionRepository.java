package dev.croft.federation;

import static dev.croft.schema.auth.Tables.SSO_CONNECTIONS;
import static dev.croft.schema.auth.Tables.SSO_DOMAINS;
import static dev.croft.schema.auth.Tables.SSO_SECRETS;
import static dev.croft.schema.public_.Tables.TENANTS;

import dev.croft.audit.NewAuditEntry;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.isolation.TenantId;
import dev.croft.session.SystemSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Which addresses lead to which connection, and what the service shows to providers. It takes the
 * system: a tenant that could claim a domain by itself could sign in the people of others, or learn
 * who else has it. Each change leaves an entry in the tenant's audit log, without the secret.
 */
public final class SystemSsoConnectionRepository {
  private final SystemSession session;
  private final DSLContext dsl;

  private SystemSsoConnectionRepository(SystemSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  /** The connections of all tenants, as {@code session} may reach them. */
  public static SystemSsoConnectionRepository in(SystemSession session) {
    return new SystemSsoConnectionRepository(session);
  }

  /**
   * Finds the connection through which the holder of an address signs in: by its domain, regardless
   * of case; that of a parent domain does not count. Empty also where the connection is not active,
   * or its tenant is not, or deleted.
   */
  public Optional<SsoConnection> findByEmailAddress(String emailAddress) {
    return dsl.select(SSO_CONNECTIONS.fields())
        .from(SSO_DOMAINS)
        .join(SSO_CONNECTIONS)
        .on(SSO_CONNECTIONS.TENANT_ID.eq(SSO_DOMAINS.TENANT_ID))
        .and(SSO_CONNECTIONS.ID.eq(SSO_DOMAINS.SSO_CONNECTION_ID))
        .join(TENANTS)
        .on(TENANTS.ID.eq(SSO_CONNECTIONS.TENANT_ID))
        .where(SSO_DOMAINS.DOMAIN.eq(Domains.ofAddress(emailAddress)))
        .and(SSO_CONNECTIONS.IS_ACTIVE.isTrue())
        .and(TENANTS.IS_ACTIVE.isTrue())
        .and(TENANTS.DELETED_AT.isNull())
        .fetchOptional(row -> SsoConnectionRepository.toConnection(row.into(SSO_CONNECTIONS)));
  }

  /**
   * Has people with addresses of a domain sign in through a connection. That the domain is the
   * tenant's, the caller has made sure of before. Of several callers with one domain, one succeeds.
   *
   * @param domain in any case of its letters, an internationalized one in its ASCII form; never
   *     that of a provider of mail for everybody
   * @throws dev.croft.exception.DuplicateKeyException when the domain leads to a connection, be it
   *     this one
   * @throws dev.croft.exception.ForeignKeyException when the tenant has no such connection
   * @throws dev.croft.exception.CheckException when it is no domain
   */
  public void claimDomain(TenantId tenant, SsoConnectionId id, String domain) {
    String name = Domains.canonical(domain);
    change(
        tenant,
        id,
        "claim_domain",
        entry -> entry.to(Map.of("domain", name)),
        tx ->
            tx.insertInto(SSO_DOMAINS)
                .set(SSO_DOMAINS.DOMAIN, name)
                .set(SSO_DOMAINS.TENANT_ID, tenant.value())
                .set(SSO_DOMAINS.SSO_CONNECTION_ID, id.value())
                .execute());
  }

  /** Has a domain no longer lead to a connection; no effect where it leads elsewhere or nowhere. */
  public void releaseDomain(TenantId tenant, SsoConnectionId id, String domain) {
    String name = Domains.canonical(domain);
    change(
        tenant,
        id,
        "release_domain",
        entry -> entry.from(Map.of("domain", name)),
        tx ->
            tx.deleteFrom(SSO_DOMAINS)
                .where(SSO_DOMAINS.DOMAIN.eq(name))
                .and(leadsTo(tenant, id))
                .execute());
  }

  /** Runs a statement, and records it unless it had no effect. */
  private void change(
      TenantId tenant,
      SsoConnectionId id,
      String action,
      UnaryOperator<NewAuditEntry> values,
      ToIntFunction<DSLContext> statement) {
    session.transaction(
        tx -> {
          if (statement.applyAsInt(tx.dsl()) > 0) {
            SystemAuditLogRepository.in(tx)
                .append(tenant, values.apply(FederationLog.connection(action, id)));
          }
        });
  }

  /** The domains that lead to a connection, in the order of the alphabet. */
  public List<String> domains(TenantId tenant, SsoConnectionId id) {
    return dsl.select(SSO_DOMAINS.DOMAIN)
        .from(SSO_DOMAINS)
        .where(leadsTo(tenant, id))
        .orderBy(SSO_DOMAINS.DOMAIN)
        .fetch(SSO_DOMAINS.DOMAIN);
  }

  private static Condition leadsTo(TenantId tenant, SsoConnectionId id) {
    return SSO_DOMAINS
        .TENANT_ID
        .eq(tenant.value())
        .and(SSO_DOMAINS.SSO_CONNECTION_ID.eq(id.value()));
  }

  /**
   * Keeps what the service shows to the provider of a connection, instead of what it showed before;
   * of two callers the later one wins.
   *
   * @throws dev.croft.exception.ForeignKeyException when the tenant has no such connection
   */
  public void setSecret(TenantId tenant, SsoConnectionId id, EncryptedSecret secret) {
    change(
        tenant,
        id,
        "set_secret",
        UnaryOperator.identity(),
        tx ->
            tx.insertInto(SSO_SECRETS)
                .set(SSO_SECRETS.TENANT_ID, tenant.value())
                .set(SSO_SECRETS.SSO_CONNECTION_ID, id.value())
                .set(SSO_SECRETS.ENCRYPTED_SECRET, secret.bytes())
                .onConflict(SSO_SECRETS.TENANT_ID, SSO_SECRETS.SSO_CONNECTION_ID)
                .doUpdate()
                .set(SSO_SECRETS.ENCRYPTED_SECRET, secret.bytes())
                .execute());
  }

  /** Finds what the service shows to the provider of a connection. */
  public Optional<EncryptedSecret> findSecret(TenantId tenant, SsoConnectionId id) {
    return dsl.select(SSO_SECRETS.ENCRYPTED_SECRET)
        .from(SSO_SECRETS)
        .where(isOf(tenant, id))
        .fetchOptional(row -> EncryptedSecret.of(row.value1()));
  }

  /** Forgets what the service showed to the provider of a connection. */
  public void removeSecret(TenantId tenant, SsoConnectionId id) {
    change(
        tenant,
        id,
        "remove_secret",
        UnaryOperator.identity(),
        tx -> tx.deleteFrom(SSO_SECRETS).where(isOf(tenant, id)).execute());
  }

  private static Condition isOf(TenantId tenant, SsoConnectionId id) {
    return SSO_SECRETS
        .TENANT_ID
        .eq(tenant.value())
        .and(SSO_SECRETS.SSO_CONNECTION_ID.eq(id.value()));
  }
}
