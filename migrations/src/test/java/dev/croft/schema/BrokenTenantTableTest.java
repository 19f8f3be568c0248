package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BrokenTenantTableTest {
  private final MigratedDatabase database = MigratedDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_table_without_the_tenant_is_refused() {
    assertThat(refusal("id uuid not null, constraint notes_pk primary key (id)"))
        .isEqualTo(
            """
            table public.notes breaks rule tenant-column-missing: it has no column tenant_id of \
            type uuid that is not null
            Policies, keys and queries tell tenants apart by that column.
            alter table public.notes add column tenant_id uuid not null;""");
  }

  @Test
  void a_tenant_that_is_text_is_refused() {
    assertThat(refusal("tenant_id text not null"))
        .isEqualTo(
            """
            table public.notes breaks rule tenant-column-missing: it has no column tenant_id of \
            type uuid that is not null
            Policies, keys and queries tell tenants apart by that column.
            alter table public.notes alter column tenant_id type uuid, \
            alter column tenant_id set not null;""");
  }

  @Test
  void a_primary_key_without_the_tenant_is_refused() {
    assertThat(
            refusal(
                "tenant_id uuid not null, id uuid not null, constraint notes_pk primary key (id)"))
        .isEqualTo(
            """
            table public.notes breaks rule primary-key-begins-with-tenant: its primary key is (id)
            A key without the tenant lets one tenant meet the ids of another, and cannot be \
            distributed.
            alter table public.notes drop constraint notes_pk, \
            add constraint notes_pk primary key (tenant_id, id);""");
  }

  @Test
  void a_primary_key_that_ends_with_the_tenant_is_refused() {
    assertThat(
            refusal(
                """
                tenant_id uuid not null,
                id uuid not null,
                constraint notes_pk primary key (id, tenant_id)"""))
        .startsWith(
            "table public.notes breaks rule primary-key-begins-with-tenant: "
                + "its primary key is (id, tenant_id)\n");
  }

  @Test
  void a_tenant_that_need_not_exist_is_refused() {
    assertThat(
            refusal(
                """
                tenant_id uuid not null,
                id uuid not null,
                constraint notes_pk primary key (tenant_id, id)"""))
        .isEqualTo(
            """
            table public.notes breaks rule tenant-reference-missing: tenant_id does not refer to \
            public.tenants (id)
            Rows of a tenant that does not exist belong to nobody and are never erased.
            alter table public.notes add constraint notes_tenant_fk foreign key (tenant_id) \
            references public.tenants (id) on delete cascade;""");
  }

  @Test
  void a_unique_constraint_across_tenants_is_refused() {
    assertThat(refusal(Notes.with("title text, constraint notes_title_unique unique (title)")))
        .isEqualTo(
            """
            table public.notes breaks rule unique-begins-with-tenant: unique index \
            notes_title_unique does not begin with tenant_id
            A duplicate would tell one tenant what another one holds.
            Put tenant_id first in the columns of public.notes_title_unique.""");
  }

  @Test
  void a_unique_index_on_an_expression_is_refused() {
    database.owner.run(
        Notes.create("title text"),
        "create unique index notes_title on public.notes (lower(title), tenant_id)");
    assertThat(database.owner.explanation(Notes.FENCE))
        .startsWith(
            "table public.notes breaks rule unique-begins-with-tenant: "
                + "unique index notes_title does not begin with tenant_id\n");
  }

  @Test
  void an_exclusion_across_tenants_is_refused() {
    assertThat(
            refusal(
                Notes.with(
                    "span int4range, constraint notes_span exclude using gist (span with &&)")))
        .startsWith(
            "table public.notes breaks rule unique-begins-with-tenant: "
                + "unique index notes_span does not begin with tenant_id\n");
  }

  @Test
  void every_broken_rule_is_listed_in_the_order_of_repair() {
    database.owner.run(
        "create table public.notes (id integer generated always as identity, title varchar)");
    assertThat(database.owner.rows("select rule from croft.broken_rules('public.notes', 'tenant')"))
        .containsExactly(
            "tenant-column-missing",
            "tenant-reference-missing",
            "primary-key-missing",
            "timestamps-missing",
            "timestamps-missing",
            "text-not-varchar",
            "no-sequence");
  }

  private String refusal(String columns) {
    database.owner.run("create table public.notes (%s)".formatted(columns));
    return database.owner.explanation(Notes.FENCE);
  }
}
