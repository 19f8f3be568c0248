package dev.croft.isolation;

import java.util.UUID;
import org.jooq.TableField;

/** Stands in for the type of the same name in croft-core, which is built after this module. */
public record TableScope(String description) {

  public static TableScope tenant(TableField<?, UUID> tenantColumn) {
    return new TableScope("tenant by " + name(tenantColumn));
  }

  public static TableScope shared(
      TableField<?, UUID> id,
      TableField<?, UUID> linkReference,
      TableField<?, UUID> linkTenantColumn) {
    return new TableScope(
        "shared by %s = %s and %s"
            .formatted(name(id), name(linkReference), name(linkTenantColumn)));
  }

  public static TableScope global() {
    return new TableScope("global");
  }

  public static TableScope system() {
    return new TableScope("system");
  }

  private static String name(TableField<?, UUID> field) {
    return field.getQualifiedName().unquotedName().toString();
  }
}
