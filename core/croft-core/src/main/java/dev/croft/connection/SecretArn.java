package dev.croft.connection;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The Amazon Resource Name of a secret, {@code
 * arn:<partition>:secretsmanager:<region>:<account>:secret:<name>}. It names a secret and is none.
 *
 * @param value the ARN
 */
public record SecretArn(String value) {
  private static final Pattern FORM =
      Pattern.compile(
          "arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\\d{12}:secret:[A-Za-z0-9/_+=.@-]{1,519}");
  private static final int REGION = 3;

  public SecretArn {
    requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new ConfigurationException(
          "the ARN of a secret is malformed",
          "Give it as arn:aws:secretsmanager:<region>:<account>:secret:<name>.");
    }
  }

  /** The region that the secret is kept in. */
  public String region() {
    return value.split(":", -1)[REGION];
  }

  @Override
  public String toString() {
    return value;
  }
}
