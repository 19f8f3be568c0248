package dev.croft.federation;

import static java.util.Objects.requireNonNull;

/**
 * A connection to be created.
 *
 * @param name what people call it, unique in the tenant
 * @param issuer the issuer (OpenID Connect) or the entity id (SAML) of the provider
 * @param audience what the provider calls the service: the client id, or the entity id of the
 *     service
 */
public record NewSsoConnection(String name, SsoProtocol protocol, String issuer, String audience) {
  public NewSsoConnection {
    requireNonNull(name, "name");
    requireNonNull(protocol, "protocol");
    requireNonNull(issuer, "issuer");
    requireNonNull(audience, "audience");
  }

  /** Without the names. */
  @Override
  public String toString() {
    return "NewSsoConnection";
  }
}
