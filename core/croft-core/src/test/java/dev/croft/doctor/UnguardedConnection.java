package dev.croft.doctor;

import dev.croft.isolation.FencedConnection;
import dev.croft.isolation.StatementPermit;
import dev.croft.isolation.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.tools.jdbc.DefaultConnection;

/** Prepares whatever it is given, and enters no tenant: predicates are all that fences it. */
final class UnguardedConnection extends DefaultConnection implements FencedConnection {
  private final TenantId tenant;

  UnguardedConnection(Connection connection, TenantId tenant) {
    super(connection);
    this.tenant = tenant;
  }

  @Override
  public void permit(StatementPermit permit) {}

  @Override
  public TenantId tenant() {
    return tenant;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : super.unwrap(type);
  }
}
