package dev.croft.postgres;

/** The address of a server that the user gave cannot be read. */
public final class InvalidServerUrlException extends PostgresException {
  private static final long serialVersionUID = 1L;

  // Without a cause: parsers of URLs repeat their input, and with it the password.
  InvalidServerUrlException(String source, String fault) {
    super(
        "The database URL in %s cannot be used".formatted(source),
        fault,
        "Write postgresql://user:password@host:port/database, reserved characters"
            + " percent-encoded, or jdbc:postgresql://host:port/database?user=…&password=….",
        null);
  }
}
