package dev.croft.access;

import dev.croft.exception.DatabaseException;

/** A role that every tenant has was to be deleted; nothing was changed. */
public final class SystemRoleException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  private final transient RoleId role;

  SystemRoleException(RoleId role) {
    super(
        "role %s was not deleted".formatted(role),
        "it was made from a template, and every tenant has such a role",
        "Take its permissions or its members away, or give it another name.");
    this.role = role;
  }

  /** The role that was to be deleted. */
  public RoleId role() {
    return role;
  }
}
