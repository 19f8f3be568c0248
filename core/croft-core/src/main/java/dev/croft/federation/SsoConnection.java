package dev.croft.federation;

import static java.util.Objects.requireNonNull;

import dev.croft.isolation.TenantId;
import java.time.Instant;

/**
 * How the people of a tenant sign in at the provider that their organization runs, as it was when
 * it was read.
 *
 * @param name what people call it, unique in the tenant
 * @param issuer the issuer (OpenID Connect) or the entity id (SAML) of the provider
 * @param audience what the provider calls the service: the client id, or the entity id of the
 *     service
 * @param isActive whether people may sign in there
 */
public record SsoConnection(
    TenantId tenantId,
    SsoConnectionId id,
    String name,
    SsoProtocol protocol,
    String issuer,
    String audience,
    boolean isActive,
    long version,
    Instant createdAt,
    Instant updatedAt) {
  public SsoConnection {
    requireNonNull(tenantId, "tenantId");
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(protocol, "protocol");
    requireNonNull(issuer, "issuer");
    requireNonNull(audience, "audience");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(updatedAt, "updatedAt");
  }

  /** The provider of identities that come through this connection, whatever its subjects are. */
  public String provider() {
    return "sso:" + id;
  }

  /** This connection under another name. */
  public SsoConnection renamed(String newName) {
    return with(newName, issuer, audience, isActive);
  }

  /** This connection to another provider, or to one that calls the service otherwise. */
  public SsoConnection leadingTo(String newIssuer, String newAudience) {
    return with(name, newIssuer, newAudience, isActive);
  }

  /** This connection, out of use. */
  public SsoConnection deactivated() {
    return with(name, issuer, audience, false);
  }

  /** This connection, in use again. */
  public SsoConnection reactivated() {
    return with(name, issuer, audience, true);
  }

  private SsoConnection with(
      String newName, String newIssuer, String newAudience, boolean newIsActive) {
    return new SsoConnection(
        tenantId,
        id,
        newName,
        protocol,
        newIssuer,
        newAudience,
        newIsActive,
        version,
        createdAt,
        updatedAt);
  }

  /** Without the names. */
  @Override
  public String toString() {
    return "SsoConnection[id=%s, version=%d]".formatted(id, version);
  }
}
