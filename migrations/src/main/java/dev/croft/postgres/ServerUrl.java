package dev.croft.postgres;

/** The address of a server, with the login that administers it. */
record ServerUrl(ServerAddress address, String database, Login login) {

  /**
   * @param source where the text was found, to be named in errors
   */
  static ServerUrl parse(String source, String text) {
    DatabaseUrl url = DatabaseUrl.parse(source, text);
    String user =
        url.user().orElseThrow(() -> new InvalidServerUrlException(source, "it names no user"));
    return new ServerUrl(url.address(), url.database(), new Login(user, url.password().orElse("")));
  }
}
