package dev.croft.exception;

/**
 * A sealed database did not believe which tenant a session is of. Nothing was read or changed.
 *
 * <p>A session of Croft meets this when its key was retired or a clock is off; else SQL has set
 * {@code app.tenant_id} itself, and was kept from the rows of another tenant.
 */
public final class TokenRefusedException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  TokenRefusedException() {
    super(
        "The database did not believe the tenant of a session",
        "it is sealed, and the token was expired, altered, set by other SQL, or signed with a key"
            + " that is not valid",
        "See whether the clocks agree and croft.sealing_keys holds the key; else look for SQL that"
            + " sets app.tenant_id.");
  }
}
