package dev.croft.federation;

import static java.util.Objects.requireNonNull;

/**
 * A person as a provider of sign-in names them.
 *
 * @param provider who names them: lower case letters, digits, and {@code _ : -}, for example {@code
 *     cognito}, {@code google}, or {@link SsoConnection#provider()}
 * @param subject what the provider calls them and calls nobody else, ever: the claim {@code sub} of
 *     OpenID Connect, the persistent name identifier of SAML; an e-mail address is none
 */
public record ProviderSubject(String provider, String subject) {
  public ProviderSubject {
    requireNonNull(provider, "provider");
    requireNonNull(subject, "subject");
  }

  /** Without what tells who they are. */
  @Override
  public String toString() {
    return "ProviderSubject";
  }
}
