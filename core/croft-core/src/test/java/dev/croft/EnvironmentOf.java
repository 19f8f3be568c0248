package dev.croft;

import java.util.Map;

/** An environment of a test's own. */
public final class EnvironmentOf {
  private EnvironmentOf() {}

  /**
   * What {@link CroftConfig#fromEnvironment()} reads where the environment is {@code variables}.
   */
  public static CroftConfig config(Map<String, String> variables) {
    return CroftConfig.fromEnvironment(variables);
  }
}
