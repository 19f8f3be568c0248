package com.example.quickstart;

import dev.croft.CroftConfig;
import dev.croft.connection.Credentials;
import dev.croft.connection.DatabaseAddress;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;

/** A migrated database, and how an application is configured to use it. */
record Site(PostgresDatabase database, CroftConfig config) {

  /** Makes the two logins of an application: here by hand, elsewhere a matter of deployment. */
  static Site on(PostgresDatabase database) {
    CroftConfig config =
        CroftConfig.of(address(database), credentials(database.createLogin("croft_app")))
            .withSystem(credentials(database.createLogin("croft_admin")));
    return new Site(database, config);
  }

  /** What nobody should do: the login that owns the tables, for tenant sessions. */
  CroftConfig configOfTheOwner() {
    return CroftConfig.of(address(database), credentials(database.owner()));
  }

  private static DatabaseAddress address(PostgresDatabase database) {
    return new DatabaseAddress(database.host(), database.port(), database.name());
  }

  private static Credentials credentials(Login login) {
    return new Credentials(login.user(), login.password());
  }
}
