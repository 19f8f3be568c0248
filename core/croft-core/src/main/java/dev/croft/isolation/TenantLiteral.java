package dev.croft.isolation;

import java.util.UUID;
import org.jooq.Context;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The tenant's id as text, where jOOQ counts what can be bound: its own literals count too. */
final class TenantLiteral extends CustomField<UUID> {
  private static final long serialVersionUID = 1L;

  private final String text;

  TenantLiteral(TenantId tenant) {
    super(DSL.name("tenant"), SQLDataType.UUID);
    this.text = "cast('%s' as uuid)".formatted(tenant.value());
  }

  @Override
  public void accept(Context<?> context) {
    context.sql(text);
  }
}
