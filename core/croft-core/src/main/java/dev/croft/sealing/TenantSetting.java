package dev.croft.sealing;

import dev.croft.isolation.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;

/** What is put into {@code app.tenant_id}, where row-level security reads it. */
public interface TenantSetting {

  /** The value that enters {@code tenant} on {@code connection} now. */
  String of(TenantId tenant, Connection connection) throws SQLException;

  /** A signed token if there is a key to sign it, else the plain id. */
  static TenantSetting of(Optional<Sealing> sealing) {
    return sealing
        .<TenantSetting>map(present -> new SignedTokens(present, InstantSource.system()))
        .orElse((tenant, connection) -> tenant.toString());
  }
}
