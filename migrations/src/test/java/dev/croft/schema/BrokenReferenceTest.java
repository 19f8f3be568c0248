package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BrokenReferenceTest {
  private final MigratedDatabase database = MigratedDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_foreign_key_between_tenant_tables_without_the_tenant_is_refused() {
    database.owner.run("alter table auth.roles add constraint roles_id_unique unique (id)");
    assertThat(
            refusal(
                """
                role_id uuid,
                constraint notes_role_fk foreign key (role_id) references auth.roles (id)
                  on delete set null"""))
        .isEqualTo(
            """
            table public.notes breaks rule foreign-key-holds-tenant: foreign key notes_role_fk \
            refers to auth.roles without the tenant
            Foreign keys look past row-level security: the row could point into another tenant.
            alter table public.notes drop constraint notes_role_fk, add constraint notes_role_fk \
            foreign key (tenant_id, role_id) references auth.roles (tenant_id, id) \
            on delete set null (role_id);""");
  }

  @Test
  void a_foreign_key_that_crosses_the_tenant_with_another_column_is_refused() {
    assertThat(
            refusal(
                """
                other_id uuid,
                role_id uuid,
                constraint notes_role_fk foreign key (other_id, role_id)
                  references auth.roles (tenant_id, id) on delete cascade"""))
        .startsWith(
            "table public.notes breaks rule foreign-key-holds-tenant: "
                + "foreign key notes_role_fk refers to auth.roles without the tenant\n");
  }

  @Test
  void a_second_reference_to_the_tenants_is_refused() {
    assertThat(
            refusal(
                """
                other_tenant_id uuid,
                constraint notes_other_fk foreign key (other_tenant_id)
                  references public.tenants (id) on delete cascade"""))
        .startsWith(
            "table public.notes breaks rule foreign-key-holds-tenant: "
                + "foreign key notes_other_fk refers to public.tenants without the tenant\n");
  }

  @Test
  void a_reference_to_a_person_beside_the_membership_is_refused() {
    assertThat(
            refusal(
                """
                author_id uuid,
                constraint notes_author_fk foreign key (author_id) references public.users (id)
                  on delete cascade"""))
        .isEqualTo(
            """
            table public.notes breaks rule foreign-key-leaves-scope: foreign key notes_author_fk \
            refers to public.users, a shared table
            Tenant data refers to shared rows through the link, so to what the tenant knows.
            Refer to public.tenant_users instead.""");
  }

  @Test
  void a_reference_to_a_system_table_is_refused() {
    database.owner.run(
        "create table admin.jobs (id uuid primary key,"
            + " created_at timestamptz not null default now(),"
            + " updated_at timestamptz not null default now())");
    database.owner.run("select croft.system_table('admin.jobs')");
    assertThat(
            refusal(
                """
                job_id uuid,
                constraint notes_job_fk foreign key (job_id) references admin.jobs (id)
                  on delete cascade"""))
        .isEqualTo(
            """
            table public.notes breaks rule foreign-key-leaves-scope: foreign key notes_job_fk \
            refers to admin.jobs, a system table
            A foreign key would reveal rows that no tenant may see.
            alter table public.notes drop constraint notes_job_fk;""");
  }

  @Test
  void a_reference_to_a_table_of_unknown_scope_is_refused() {
    database.owner.run("create table public.colors (id uuid primary key)");
    assertThat(
            refusal(
                """
                color_id uuid,
                constraint notes_color_fk foreign key (color_id) references public.colors (id)
                  on delete restrict"""))
        .isEqualTo(
            """
            table public.notes breaks rule foreign-key-to-unclassified: foreign key \
            notes_color_fk refers to public.colors, which has no scope
            Whether the reference may be made depends on whose rows it reaches.
            Classify public.colors first, for example: select croft.tenant_table('public.colors');\
            """);
  }

  @Test
  void a_reference_to_a_table_of_invented_scope_is_refused() {
    database.owner.run(
        "create table public.colors (id uuid primary key)",
        "comment on table public.colors is '@scope public'");
    assertThat(
            refusal(
                """
                color_id uuid,
                constraint notes_color_fk foreign key (color_id) references public.colors (id)
                  on delete restrict"""))
        .startsWith("table public.notes breaks rule foreign-key-to-unclassified: ");
  }

  @Test
  void setting_the_tenant_to_null_is_refused() {
    assertThat(
            refusal(
                """
                role_id uuid,
                constraint notes_role_fk foreign key (tenant_id, role_id)
                  references auth.roles (tenant_id, id) on delete set null"""))
        .isEqualTo(
            """
            table public.notes breaks rule set-null-names-columns: foreign key notes_role_fk \
            would set tenant_id to null
            On delete set null empties every column of the key unless it names some.
            alter table public.notes drop constraint notes_role_fk, add constraint notes_role_fk \
            foreign key (tenant_id, role_id) references auth.roles (tenant_id, id) \
            on delete set null (role_id);""");
  }

  @Test
  void a_global_table_that_refers_to_tenant_data_is_refused() {
    database.owner.run(
        """
        create table public.colors (
          id uuid not null,
          tenant_id uuid not null,
          created_at timestamptz not null default now(),
          updated_at timestamptz not null default now(),
          constraint colors_pk primary key (id),
          constraint colors_tenant_fk foreign key (tenant_id) references public.tenants (id)
            on delete cascade)""");
    assertThat(database.owner.explanation("select croft.global_table('public.colors')"))
        .isEqualTo(
            """
            table public.colors breaks rule foreign-key-leaves-scope: foreign key \
            colors_tenant_fk refers to public.tenants, a tenant table
            Rows outside of all tenants outlive each of them and move on their own.
            alter table public.colors drop constraint colors_tenant_fk;""");
  }

  @Test
  void references_within_the_tenant_and_to_global_tables_are_accepted() {
    database.owner.run(
        Notes.create(
            """
            parent_id uuid,
            author_id uuid,
            permission_id uuid,
            constraint notes_parent_fk foreign key (tenant_id, parent_id)
              references public.notes (tenant_id, id) on delete cascade,
            constraint notes_author_fk foreign key (tenant_id, author_id)
              references public.tenant_users (tenant_id, user_id) on delete set null (author_id),
            constraint notes_permission_fk foreign key (permission_id)
              references auth.permissions (id) on delete restrict"""),
        "create index on public.notes (tenant_id, parent_id)",
        "create index on public.notes (author_id, tenant_id) where author_id is not null",
        "create index on public.notes (permission_id)",
        Notes.FENCE,
        Notes.FENCE);
    assertThat(database.owner.rows("select croft.broken_rules('public.notes', 'tenant')"))
        .isEmpty();
  }

  private String refusal(String columns) {
    database.owner.run(Notes.create(columns));
    return database.owner.explanation(Notes.FENCE);
  }
}
