package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SharedTableTest {
  private static final String PLACES =
      """
      create table public.places (
        id uuid not null default croft.uuid_v7(),
        name text not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint places_pk primary key (id));
      comment on table public.places is E'A place.\\n@scope shared via public.notes'""";

  private final MigratedDatabase database = MigratedDatabase.fresh();
  private final UUID acme = database.tenant("acme");
  private final UUID globex = database.tenant("globex");

  @BeforeEach
  void two_tenants_know_a_place_each() {
    database.owner.run(
        PLACES,
        Notes.create(
            """
            place_id uuid not null,
            title text,
            constraint notes_place_fk foreign key (place_id) references public.places (id)
              on delete cascade"""),
        "create index on public.notes (place_id)",
        Notes.FENCE,
        "select croft.shared_table('public.places', via => 'public.notes')");
    link(acme, "Mill");
    link(globex, "Ford");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_tenant_sees_what_its_rows_in_the_link_refer_to() {
    assertThat(database.app.in(acme).rows("select name from public.places"))
        .containsExactly("Mill");
    assertThat(database.app.rows("select name from public.places")).isEmpty();
  }

  @Test
  void a_row_of_the_link_is_changed_but_not_pointed_elsewhere() {
    Session session = database.app.in(acme);
    session.run("update public.notes set title = 'seen'");
    String ford = database.admin.value("select id from public.places where name = 'Ford'");
    assertThat(session.refusal("update public.notes set place_id = '" + ford + "'"))
        .isEqualTo("42501 permission denied for table notes");
  }

  @Test
  void a_link_stays_closed_when_it_is_fenced_again() {
    database.owner.run(
        Notes.FENCE, "select croft.shared_table('public.places', via => 'public.notes')");
    assertThat(
            database.owner.value(
                "select has_table_privilege('croft_app', 'public.notes', 'insert'),"
                    + " has_column_privilege('croft_app', 'public.notes', 'place_id', 'update')"))
        .isEqualTo("f,f");
  }

  private void link(UUID tenant, String place) {
    database.admin.run(
        """
        with place as (insert into public.places (name) values ('%s') returning id)
        insert into public.notes (tenant_id, place_id) select '%s', id from place"""
            .formatted(place, tenant));
  }
}
