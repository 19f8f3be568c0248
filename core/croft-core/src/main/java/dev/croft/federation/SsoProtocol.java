package dev.croft.federation;

/** What a service and a provider speak with each other. */
public enum SsoProtocol {
  /** OpenID Connect. */
  OIDC("oidc"),
  /** SAML 2.0. */
  SAML("saml");

  private final String value;

  SsoProtocol(String value) {
    this.value = value;
  }

  String value() {
    return value;
  }

  static SsoProtocol of(String value) {
    return value.equals(SAML.value) ? SAML : OIDC;
  }
}
