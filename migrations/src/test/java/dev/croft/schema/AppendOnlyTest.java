package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AppendOnlyTest {
  private static final String CREATE =
      """
      create table public.steps (
        tenant_id uuid not null,
        id uuid not null default croft.uuid_v7(),
        created_at timestamptz not null default now(),
        constraint steps_pk primary key (tenant_id, id),
        constraint steps_tenant_fk
          foreign key (tenant_id) references public.tenants (id) on delete restrict)""";
  private static final String REFUSAL =
      """
      table public.steps is append-only: %s refused
      A row is never changed or removed once it is written.
      Insert a row that corrects the earlier one.""";

  private static final String DROP_UPDATE = "drop policy append_only_update on public.steps";
  private static final String DROP_DELETE = "drop policy append_only_delete on public.steps";

  private final MigratedDatabase database = MigratedDatabase.fresh();
  private final UUID acme = database.tenant("acme");
  private final String step = "insert into public.steps (tenant_id) values ('%s')".formatted(acme);

  @AfterEach
  void close() {
    database.close();
  }

  private void appendOnlySteps() {
    database.owner.run(
        CREATE,
        "select croft.append_only('public.steps')",
        "select croft.tenant_table('public.steps')");
  }

  @Test
  void a_tenant_session_inserts_and_reads() {
    appendOnlySteps();
    database.app.in(acme).run(step);
    assertThat(database.app.in(acme).value("select count(*) from public.steps")).isEqualTo("1");
  }

  @Test
  void sessions_may_neither_update_nor_delete() {
    appendOnlySteps();
    for (Session session : new Session[] {database.app.in(acme), database.admin}) {
      assertThat(session.refusal("update public.steps set created_at = now()"))
          .isEqualTo("42501 permission denied for table steps");
      assertThat(session.refusal("delete from public.steps"))
          .isEqualTo("42501 permission denied for table steps");
    }
  }

  @Test
  void not_even_with_the_grant_is_a_row_changed_or_removed() {
    appendOnlySteps();
    database.app.in(acme).run(step);
    database.owner.run(
        "grant update, delete on public.steps to croft_admin", DROP_UPDATE, DROP_DELETE);
    assertThat(database.admin.explanation("update public.steps set created_at = now()"))
        .isEqualTo(REFUSAL.formatted("UPDATE"));
    assertThat(database.admin.explanation("delete from public.steps"))
        .isEqualTo(REFUSAL.formatted("DELETE"));
    assertThat(database.owner.explanation("truncate public.steps"))
        .isEqualTo(REFUSAL.formatted("TRUNCATE"));
  }

  @Test
  void with_neither_grants_nor_triggers_in_the_way_the_policies_let_no_row_be_changed() {
    appendOnlySteps();
    database.app.in(acme).run(step);
    database.owner.run(
        "grant update, delete on public.steps to croft_app, croft_admin",
        "alter table public.steps disable trigger refuse_change");
    String change = "update public.steps set created_at = 'epoch' returning 'changed'";
    String remove = "delete from public.steps returning 'removed'";
    for (Session session : new Session[] {database.app.in(acme), database.admin}) {
      assertThat(session.rows(change)).isEmpty();
      assertThat(session.rows(remove)).isEmpty();
    }
    database.owner.run(DROP_UPDATE, DROP_DELETE);
    assertThat(database.app.in(acme).rows(change)).containsExactly("changed");
    assertThat(database.app.in(acme).rows(remove)).containsExactly("removed");
  }

  @Test
  void a_table_that_is_fenced_already_becomes_append_only() {
    database.owner.run(
        Notes.create(), Notes.FENCE, "select croft.append_only('public.notes')", Notes.FENCE);
    assertThat(database.app.in(acme).refusal("update public.notes set updated_at = now()"))
        .isEqualTo("42501 permission denied for table notes");
    assertThat(database.owner.value("select obj_description('public.notes'::regclass)"))
        .isEqualTo("@scope tenant\n@append-only");
  }
}
