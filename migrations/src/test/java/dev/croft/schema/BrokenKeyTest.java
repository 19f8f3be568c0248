package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BrokenKeyTest {
  private final MigratedDatabase database = MigratedDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_table_without_a_primary_key_is_refused() {
    database.owner.run(Notes.create(), "alter table public.notes drop constraint notes_pk");
    assertThat(database.owner.explanation(Notes.FENCE))
        .isEqualTo(
            """
            table public.notes breaks rule primary-key-missing: it has no primary key
            Rows without a key cannot be addressed, replicated or moved.
            alter table public.notes add constraint notes_pk primary key (tenant_id, id);""");
  }

  @Test
  void a_deferrable_unique_constraint_is_refused() {
    assertThat(
            refusal(
                """
                title text,
                constraint notes_title_unique unique (tenant_id, title)
                  deferrable initially deferred"""))
        .isEqualTo(
            """
            table public.notes breaks rule constraint-deferrable: constraint notes_title_unique \
            is deferrable
            A deferrable key is no target of upserts and of foreign keys, and errors come at commit.
            alter table public.notes drop constraint notes_title_unique, \
            add constraint notes_title_unique UNIQUE (tenant_id, title);""");
  }

  @Test
  void a_deferrable_foreign_key_is_refused() {
    assertThat(
            refusal(
                """
                parent_id uuid,
                constraint notes_parent_fk foreign key (tenant_id, parent_id)
                  references public.notes (tenant_id, id) on delete cascade deferrable"""))
        .startsWith("table public.notes breaks rule constraint-deferrable: ")
        .endsWith("\nalter table public.notes alter constraint notes_parent_fk not deferrable;");
  }

  @Test
  void a_foreign_key_that_leaves_open_what_happens_on_delete_is_refused() {
    assertThat(
            refusal(
                """
                parent_id uuid,
                constraint notes_parent_fk foreign key (tenant_id, parent_id)
                  references public.notes (tenant_id, id)"""))
        .isEqualTo(
            """
            table public.notes breaks rule on-delete-explicit: foreign key notes_parent_fk does \
            not say what happens on delete
            What becomes of a row whose parent goes is a decision, not a default.
            alter table public.notes drop constraint notes_parent_fk, \
            add constraint notes_parent_fk foreign key (tenant_id, parent_id) \
            references public.notes (tenant_id, id) on delete restrict; \
            Or: on delete cascade, on delete set null.""");
  }

  @Test
  void a_foreign_key_without_an_index_is_refused() {
    assertThat(
            refusal(
                """
                parent_id uuid,
                constraint notes_parent_fk foreign key (tenant_id, parent_id)
                  references public.notes (tenant_id, id) on delete cascade"""))
        .isEqualTo(
            """
            table public.notes breaks rule foreign-key-index-missing: no index begins with the \
            columns of foreign key notes_parent_fk
            Without one, each delete of a referenced row reads the whole table.
            create index on public.notes (tenant_id, parent_id);""");
  }

  @Test
  void an_index_on_some_of_the_rows_does_not_serve_a_foreign_key() {
    database.owner.run(
        Notes.create(
            """
            parent_id uuid,
            is_open boolean not null,
            constraint notes_parent_fk foreign key (tenant_id, parent_id)
              references public.notes (tenant_id, id) on delete cascade"""),
        "create index on public.notes (tenant_id, parent_id) where is_open");
    assertThat(database.owner.explanation(Notes.FENCE))
        .startsWith("table public.notes breaks rule foreign-key-index-missing: ");
  }

  private String refusal(String columns) {
    database.owner.run(Notes.create(columns));
    return database.owner.explanation(Notes.FENCE);
  }
}
