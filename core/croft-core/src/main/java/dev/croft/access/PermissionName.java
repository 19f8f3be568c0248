package dev.croft.access;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * What may be done to what, as {@code resource:action}.
 *
 * @param value for example {@code user:read}
 */
public record PermissionName(String value) {
  private static final Pattern FORMAT = Pattern.compile("[a-z][a-z0-9_]*:[a-z][a-z0-9_]*");

  public PermissionName {
    requireNonNull(value, "value");
    if (!FORMAT.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A permission is named resource:action in lower case, as in user:read.");
    }
  }

  /** The permission to do {@code action} to {@code resource}. */
  public static PermissionName of(String resource, String action) {
    return new PermissionName(resource + ":" + action);
  }

  @Override
  public String toString() {
    return value;
  }
}
