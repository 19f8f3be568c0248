package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PartitionTest {
  private static final String TITLES = "select title from %s order by title";

  private final MigratedDatabase database = MigratedDatabase.fresh();
  private final UUID acme = database.tenant("acme");
  private final UUID globex = database.tenant("globex");

  @BeforeEach
  void notes_are_partitioned() {
    database.owner.run(
        Notes.create("title text") + " partition by hash (tenant_id)",
        "create table public.notes_all partition of public.notes"
            + " for values with (modulus 1, remainder 0) partition by hash (id)",
        "create table public.notes_0 partition of public.notes_all"
            + " for values with (modulus 1, remainder 0)",
        "grant all on public.notes_0 to croft_app, public",
        Notes.FENCE,
        Notes.FENCE);
    database.app.in(acme).run(note(acme, "ours"));
    database.app.in(globex).run(note(globex, "theirs"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void through_the_table_a_tenant_session_reads_and_changes_its_rows() {
    assertThat(database.app.in(acme).rows(TITLES.formatted("public.notes")))
        .containsExactly("ours");
    assertThat(
            database.app.in(acme).rows("update public.notes set title = 'edited' returning title"))
        .containsExactly("edited");
  }

  @Test
  void a_partition_cannot_be_read() {
    assertThat(database.app.in(acme).refusal(TITLES.formatted("public.notes_0")))
        .isEqualTo("42501 permission denied for table notes_0");
    assertThat(database.admin.refusal(TITLES.formatted("public.notes_all")))
        .isEqualTo("42501 permission denied for table notes_all");
  }

  @Test
  void a_partition_granted_by_mistake_shows_and_takes_nothing() {
    database.owner.run("grant select, insert on public.notes_0 to croft_app");
    assertThat(database.app.in(acme).rows(TITLES.formatted("public.notes_0"))).isEmpty();
    assertThat(database.app.in(acme).refusal(note(acme, "x").replace("notes ", "notes_0 ")))
        .isEqualTo("42501 new row violates row-level security policy for table \"notes_0\"");
    assertThat(database.owner.in(acme).rows(TITLES.formatted("public.notes_0"))).isEmpty();
  }

  @Test
  void a_partition_itself_cannot_be_fenced_alone() {
    assertThat(database.owner.explanation("select croft.tenant_table('public.notes_0')"))
        .startsWith("table public.notes_0 breaks rule table-kind: ");
  }

  private static String note(UUID tenant, String title) {
    return "insert into public.notes (tenant_id, title) values ('%s', '%s')"
        .formatted(tenant, title);
  }
}
