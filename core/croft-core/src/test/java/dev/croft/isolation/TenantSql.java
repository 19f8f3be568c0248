package dev.croft.isolation;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.NoConnectionProvider;

/** What a tenant session would send, without a database. */
final class TenantSql {
  static final TenantId ACME =
      new TenantId(UUID.fromString("00000000-0000-7000-8000-00000000000a"));
  static final TenantId GLOBEX =
      new TenantId(UUID.fromString("00000000-0000-7000-8000-00000000000b"));

  private TenantSql() {}

  static DSLContext dsl() {
    return DSL.using(
        SessionConfigurations.tenant(ACME, new NoConnectionProvider(), new StatementObservers()));
  }

  /** The text without quotes, which only make it harder to read here. */
  static String of(QueryPart part) {
    return dsl().render(part).replace("\"", "");
  }
}
