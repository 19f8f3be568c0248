package dev.croft.postgres;

/** A server that runs anyway, named by a URL. */
record GivenServer(ServerUrl url) implements BackingServer {

  @Override
  public ServerAddress address() {
    return url.address();
  }

  @Override
  public String maintenanceDatabase() {
    return url.database();
  }

  @Override
  public Login administrator() {
    return url.login();
  }

  @Override
  public boolean isThrowAway() {
    return false;
  }

  @Override
  public void stop() {}
}
