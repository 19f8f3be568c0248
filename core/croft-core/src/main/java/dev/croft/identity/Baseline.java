package dev.croft.identity;

import static dev.croft.schema.auth.Tables.ROLE_TEMPLATES;
import static dev.croft.schema.auth.Tables.SYSTEM_ROLES;

import dev.croft.exception.NotFoundException;
import dev.croft.isolation.TenantId;
import dev.croft.session.Actor;
import dev.croft.session.SystemSession;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What every tenant has from its start: the roles of the templates, a placement, a plan. */
record Baseline(SystemSession session) {
  private static final Name APPLY = DSL.name("croft", "apply_baseline");

  /** Gives {@code tenant} what it was not given yet; the function writes the tenant's audit log. */
  void apply(TenantId tenant) {
    Actor actor = session.actor();
    session
        .dsl()
        .select(
            DSL.function(
                APPLY,
                SQLDataType.INTEGER,
                DSL.val(tenant.value()),
                DSL.val(actor.kind().value()),
                DSL.val(actor.name())))
        .fetch();
  }

  /** The role of {@code tenant} that new members get, whatever it is called by now. */
  UUID defaultRole(TenantId tenant) {
    return role(tenant, ROLE_TEMPLATES.IS_DEFAULT.isTrue(), "default role of tenant");
  }

  /** The role of {@code tenant} that was made to manage it, whatever it is called by now. */
  UUID adminRole(TenantId tenant) {
    return role(tenant, ROLE_TEMPLATES.NAME.eq("admin"), "role of administrators of tenant");
  }

  private UUID role(TenantId tenant, Condition template, String missing) {
    return session
        .dsl()
        .select(SYSTEM_ROLES.ROLE_ID)
        .from(SYSTEM_ROLES)
        .join(ROLE_TEMPLATES)
        .on(ROLE_TEMPLATES.ID.eq(SYSTEM_ROLES.ROLE_TEMPLATE_ID))
        .where(SYSTEM_ROLES.TENANT_ID.eq(tenant.value()).and(template))
        .fetchOptional(SYSTEM_ROLES.ROLE_ID)
        .orElseThrow(() -> new NotFoundException(missing, tenant.toString()));
  }
}
