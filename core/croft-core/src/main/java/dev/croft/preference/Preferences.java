package dev.croft.preference;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * How the service looks and notifies.
 *
 * @param language a language tag of BCP 47, with the language in lower case: {@code de}, {@code
 *     pt-BR}
 */
public record Preferences(Theme theme, Notifications notifications, String language) {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  private static final Preferences DEFAULTS =
      new Preferences(Theme.SYSTEM, new Notifications(true, false), "en");

  public Preferences {
    requireNonNull(theme, "theme");
    requireNonNull(notifications, "notifications");
    if (!LANGUAGE.matcher(language).matches()) {
      throw new IllegalArgumentException(
          "A language is a tag of BCP 47 that begins in lower case, as in pt-BR.");
    }
  }

  /** What holds where nobody said otherwise: as the device looks, by mail only, in English. */
  public static Preferences defaults() {
    return DEFAULTS;
  }

  /** These preferences with another theme. */
  public Preferences withTheme(Theme newTheme) {
    return new Preferences(newTheme, notifications, language);
  }

  /** These preferences with other ways to notify. */
  public Preferences withNotifications(Notifications newNotifications) {
    return new Preferences(theme, newNotifications, language);
  }

  /** These preferences with another language. */
  public Preferences withLanguage(String newLanguage) {
    return new Preferences(theme, notifications, newLanguage);
  }

  /** Without the language, which tells of whom they are. */
  @Override
  public String toString() {
    return "Preferences[theme=%s, notifications=%s]".formatted(theme, notifications);
  }
}
