package dev.croft.postgres;

/** What answers on the port is not the server that was started. */
final class PortTakenException extends Exception {
  private static final long serialVersionUID = 1L;

  PortTakenException(int port) {
    super("another server answers on port %d".formatted(port));
  }
}
