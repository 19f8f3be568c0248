package dev.croft.schema;

/** A tenant table that keeps every rule, to be broken. */
final class Notes {
  static final String FENCE = "select croft.tenant_table('public.notes')";

  private static final String COLUMNS =
      """
      tenant_id uuid not null,
      id uuid not null default croft.uuid_v7(),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint notes_pk primary key (tenant_id, id),
      constraint notes_tenant_fk
        foreign key (tenant_id) references public.tenants (id) on delete cascade""";

  private Notes() {}

  /** The columns and constraints, and more of them. */
  static String with(String more) {
    return COLUMNS + ", " + more;
  }

  static String create(String more) {
    return "create table public.notes (%s)".formatted(with(more));
  }

  static String create() {
    return "create table public.notes (%s)".formatted(COLUMNS);
  }
}
