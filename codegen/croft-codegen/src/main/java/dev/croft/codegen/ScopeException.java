package dev.croft.codegen;

/** A table's {@code @scope} tag and its keys do not agree, or the tag says nothing known. */
public final class ScopeException extends CodegenException {

  private static final long serialVersionUID = 1L;

  private final transient TableName table;

  ScopeException(TableName table, String problem, String facts, String remedy) {
    super("Table %s %s".formatted(table, problem), facts, remedy);
    this.table = table;
  }

  /** The table in question. */
  public TableName table() {
    return table;
  }

  static ScopeException unknown(TableName table, String tag) {
    return new ScopeException(
        table,
        "has an unknown scope",
        "its comment says `@scope %s`".formatted(tag),
        "Use tenant, shared via <schema>.<link table>, global or system.");
  }

  static ScopeException contradictory(TableName table, Object tags) {
    return new ScopeException(
        table,
        "has more than one scope",
        "its comment has the tags %s".formatted(tags),
        "Keep one @scope tag.");
  }

  static ScopeException withoutTenantColumn(TableName table) {
    return new ScopeException(
        table,
        "has no tenant column",
        "a @scope tenant table begins its primary key with a uuid column whose foreign keys lead to"
            + " public.tenants (id)",
        "Declare `tenant_id uuid NOT NULL REFERENCES public.tenants (id)` and the primary key"
            + " (tenant_id, id).");
  }

  static ScopeException materialized(TableName table) {
    return new ScopeException(
        table,
        "cannot hold tenants' rows",
        "it is a materialized view, to which PostgreSQL applies no row-level security",
        "Use a view WITH (security_invoker), or a table kept up to date by triggers.");
  }

  static ScopeException withoutLink(TableName table, TableName link) {
    return new ScopeException(
        table,
        "is not linked by %s".formatted(link),
        "a shared table is visible through a tenant table with one uuid column that references it",
        "Add that foreign key to %s, or name another link table in the @scope tag."
            .formatted(link));
  }

  static ScopeException notFenced(Relation relation) {
    return relation.kind() == Relation.Kind.VIEW
        ? new ScopeException(
            relation.name(),
            "is a view that sees every tenant's rows",
            "it queries as its owner, whom no policy holds back",
            "Create it WITH (security_invoker).")
        : new ScopeException(
            relation.name(),
            "is not fenced",
            "its comment has a @scope tag, but row-level security is not enabled and forced",
            "Add `select croft.tenant_table('%s');` to the changeset, or croft.shared_table."
                .formatted(relation.name()));
  }
}
