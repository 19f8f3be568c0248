package dev.croft.postgres;

/** A server that answers, wherever it came from. */
interface BackingServer {

  ServerAddress address();

  /** The database to connect to when creating and dropping others. */
  String maintenanceDatabase();

  /** The login that creates databases and roles. */
  Login administrator();

  /** Whether the server disappears on {@link #stop()}, and with it everything in it. */
  boolean isThrowAway();

  void stop();
}
