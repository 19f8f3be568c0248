package com.example.quickstart;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.identity.UserId;
import dev.croft.isolation.TenantId;
import dev.croft.migrations.Migrator;
import dev.croft.postgres.PostgresServer;
import dev.croft.session.TenantSession;

/** The cast of the story on a database of its own, before anything happened. */
public final class TwoTenants implements AutoCloseable {
  private final Site site;
  private final Croft croft;
  private final Cast cast;

  private TwoTenants(Site site) {
    this.site = site;
    this.croft = Croft.open(site.config());
    this.cast = Cast.assemble(croft);
  }

  /** On a copy of a migrated database. */
  public static TwoTenants assemble() {
    PostgresServer server = PostgresServer.shared();
    return new TwoTenants(
        Site.on(
            server.cloneOf(
                server.template(
                    "quickstart", database -> Migrator.of(database, "db/changelog.xml").apply()))));
  }

  public CroftConfig config() {
    return site.config();
  }

  public TenantId acmeId() {
    return cast.acme();
  }

  public TenantSession acme() {
    return croft.tenant(cast.acme());
  }

  public TenantSession globex() {
    return croft.tenant(cast.globex());
  }

  /** A member of acme. */
  public UserId ann() {
    return cast.ann().id();
  }

  /** Another member of acme. */
  public UserId bob() {
    return cast.bob().id();
  }

  /** A member of globex. */
  public UserId eve() {
    return cast.eve().id();
  }

  @Override
  public void close() {
    croft.close();
    site.database().close();
  }
}
