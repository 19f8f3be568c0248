package dev.croft.codegen;

/** Whose rows a table holds, with the columns that tell. */
sealed interface Scope {

  /** Whether a tenant's session may see some rows and not others. */
  default boolean isFenced() {
    return this instanceof TenantRows || this instanceof SharedRows;
  }

  record TenantRows(String tenantColumn) implements Scope {}

  record SharedRows(String id, TableName link, String linkReference, String linkTenantColumn)
      implements Scope {}

  record GlobalRows() implements Scope {}

  record SystemRows() implements Scope {}
}
