package dev.croft.connection;

import dev.croft.exception.DatabaseException;

/** The configuration cannot be used; nothing was opened. Names keys and roles, never values. */
public final class ConfigurationException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and how to repair it. */
  public ConfigurationException(String facts, String advice) {
    super("The configuration of Croft cannot be used", facts, advice);
  }
}
