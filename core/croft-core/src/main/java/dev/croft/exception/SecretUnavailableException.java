package dev.croft.exception;

/**
 * A secret could not be read, so no connection could be made. Names the secret, never its content.
 */
public final class SecretUnavailableException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  private final String secret;

  /** For the secret with the ARN {@code secret}. */
  public SecretUnavailableException(String secret, String facts, String advice) {
    super("The secret %s could not be read".formatted(secret), facts, advice);
    this.secret = secret;
  }

  /** The ARN of the secret. */
  public String secret() {
    return secret;
  }
}
