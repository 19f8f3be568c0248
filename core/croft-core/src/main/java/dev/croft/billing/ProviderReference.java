package dev.croft.billing;

import java.util.regex.Pattern;

/**
 * What a provider of payments calls a customer, a subscription or a price.
 *
 * @param provider for example {@code stripe}
 * @param externalId the provider's id
 */
public record ProviderReference(String provider, String externalId) {
  private static final Pattern PROVIDER = Pattern.compile("[a-z][a-z0-9_]*");
  private static final int MAXIMUM_LENGTH = 255;

  public ProviderReference {
    if (!PROVIDER.matcher(provider).matches()) {
      throw new IllegalArgumentException(
          "A provider is named in lower case letters, digits and underscores, as in stripe.");
    }
    if (externalId.isEmpty() || externalId.length() > MAXIMUM_LENGTH) {
      throw new IllegalArgumentException(
          "The id of a provider has 1 to %d characters.".formatted(MAXIMUM_LENGTH));
    }
  }

  /** Without the provider's id. */
  @Override
  public String toString() {
    return "ProviderReference[provider=%s]".formatted(provider);
  }
}
