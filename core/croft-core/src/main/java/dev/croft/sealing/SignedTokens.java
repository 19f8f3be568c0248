package dev.croft.sealing;

import dev.croft.isolation.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import org.postgresql.core.BaseConnection;

/** Tokens that {@code croft.sealed_tenant()} verifies: v1.tenant.expiry.key[.pid].signature. */
record SignedTokens(Sealing sealing, InstantSource clock) implements TenantSetting {

  @Override
  public String of(TenantId tenant, Connection connection) throws SQLException {
    long expiry = clock.instant().plus(sealing.lifetime()).getEpochSecond();
    String text = "v1." + tenant + "." + expiry + "." + sealing.key().id();
    return sealing.key().sign(sealing.boundToConnection() ? text + "." + pid(connection) : text);
  }

  private static int pid(Connection connection) throws SQLException {
    return connection.unwrap(BaseConnection.class).getBackendPID();
  }
}
