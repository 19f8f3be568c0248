package dev.croft.analysis;

/** The login sees no table whole, so that whatever it found would be of some rows only. */
public final class HiddenRowsException extends AnalysisException {
  private static final long serialVersionUID = 1L;

  HiddenRowsException(String login, int tables) {
    super(
        "row-level security hides rows of all %d tables from %s".formatted(tables, login),
        "Connect as a member of croft_admin, or as a login with BYPASSRLS.",
        null);
  }
}
