package dev.croft.codegen;

/** Whose rows a table holds, with the columns that tell. */
sealed interface Scope {

  /** Whether a tenant's session may see some rows and not others. */
  default boolean isFenced() {
    return this instanceof TenantRows || this instanceof SharedRows;
  }

  /** As the tag says it, with the columns that bear it out. */
  String words();

  record TenantRows(String tenantColumn) implements Scope {
    @Override
    public String words() {
      return "tenant by " + tenantColumn;
    }
  }

  record SharedRows(String id, TableName link, String linkReference, String linkTenantColumn)
      implements Scope {
    @Override
    public String words() {
      return "shared via %s (%s, %s)".formatted(link, linkReference, linkTenantColumn);
    }
  }

  record GlobalRows() implements Scope {
    @Override
    public String words() {
      return "global";
    }
  }

  record SystemRows() implements Scope {
    @Override
    public String words() {
      return "system";
    }
  }
}
