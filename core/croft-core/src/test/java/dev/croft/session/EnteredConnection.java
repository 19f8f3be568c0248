package dev.croft.session;

import dev.croft.fixture.Seal;
import dev.croft.isolation.TenantId;
import java.sql.Connection;
import org.jooq.ConnectionProvider;

/** Gives a tenant session's statements a raw connection of the caller's, in its transaction. */
public record EnteredConnection(Connection proxy) implements ConnectionProvider {

  /**
   * What a tenant session makes of {@code raw}: the first statement enters {@code tenant}.
   *
   * @param role the role that {@code raw} acts as
   */
  public static EnteredConnection of(Connection raw, TenantId tenant, String role) {
    return new EnteredConnection(
        new TenantConnection(raw, new TenantEntry(tenant, role, Seal.ofThisRun().setting()), true)
            .proxy());
  }

  @Override
  public Connection acquire() {
    return proxy;
  }

  @Override
  public void release(Connection connection) {}
}
