package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BrokenTableTest {
  private final MigratedDatabase database = MigratedDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_view_is_refused() {
    database.owner.run("create view public.notes as select * from auth.roles");
    assertThat(database.owner.explanation(Notes.FENCE))
        .isEqualTo(
            """
            table public.notes breaks rule table-kind: it is not an ordinary or partitioned table \
            of its own
            Views, foreign tables and single partitions take their fence from what they stand on.
            Name the table, or for a partition the table that it is a partition of.""");
  }

  @Test
  void a_table_whose_comment_names_another_scope_is_refused() {
    database.owner.run(
        Notes.create(), "comment on table public.notes is E'A note.\\n@scope global'");
    assertThat(database.owner.explanation(Notes.FENCE))
        .isEqualTo(
            """
            table public.notes breaks rule scope-contradicts: its comment says "@scope global", \
            not "@scope tenant"
            A table has one scope; generated code and checks read it from the comment.
            Correct the comment of public.notes, or call the function of the scope it names.""");
  }

  @Test
  void a_fenced_table_does_not_become_a_global_one() {
    database.owner.run(Notes.create(), Notes.FENCE);
    assertThat(database.owner.explanation("select croft.global_table('public.notes')"))
        .startsWith(
            "table public.notes breaks rule scope-contradicts: "
                + "its comment says \"@scope tenant\", not \"@scope global\"\n");
  }

  @Test
  void a_table_with_a_default_partition_is_refused() {
    database.owner.run(
        Notes.create() + " partition by list (tenant_id)",
        "create table public.notes_rest partition of public.notes default");
    assertThat(database.owner.explanation(Notes.FENCE))
        .isEqualTo(
            """
            table public.notes breaks rule default-partition: public.notes_rest is its default \
            partition
            A default partition blocks the next partition as soon as one row has strayed into it.
            alter table public.notes detach partition public.notes_rest;""");
  }

  @Test
  void the_tag_goes_below_the_prose_and_is_written_once() {
    database.owner.run(
        Notes.create(),
        "comment on table public.notes is 'A note, signed @scopes of work.'",
        Notes.FENCE,
        Notes.FENCE);
    assertThat(database.owner.value("select obj_description('public.notes'::regclass)"))
        .isEqualTo("A note, signed @scopes of work.\n@scope tenant");
  }

  @Test
  void a_table_without_a_comment_gets_the_tag() {
    database.owner.run(Notes.create(), Notes.FENCE);
    assertThat(database.owner.value("select obj_description('public.notes'::regclass)"))
        .isEqualTo("@scope tenant");
  }

  @Test
  void a_link_that_is_no_tenant_table_is_refused() {
    database.owner.run(things());
    assertThat(share("public.users"))
        .isEqualTo(
            """
            table public.things breaks rule link-is-tenant-table: public.users, through which it \
            is shared, is not a tenant table
            A tenant sees a shared row by a row of its own in the link.
            select croft.tenant_table('public.users');""");
  }

  @Test
  void a_link_that_does_not_refer_to_the_shared_table_is_refused() {
    database.owner.run(things());
    assertThat(share("public.tenant_users"))
        .isEqualTo(
            """
            table public.things breaks rule link-refers-to-key: public.tenant_users does not \
            refer to its primary key, or to what that refers to, by one foreign key of one column
            The policy follows that foreign key from the link to the shared row.
            Give public.tenant_users one column with a foreign key to the primary key of \
            public.things.""");
  }

  private String share(String via) {
    return database.owner.explanation(
        "select croft.shared_table('public.things', via => '" + via + "')");
  }

  private static String things() {
    return """
        create table public.things (
          id uuid not null,
          created_at timestamptz not null default now(),
          updated_at timestamptz not null default now(),
          constraint things_pk primary key (id))""";
  }
}
