package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BrokenColumnTest {
  private final MigratedDatabase database = MigratedDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_table_without_created_at_is_refused() {
    assertThat(refusalAfter("alter table public.notes drop column created_at"))
        .isEqualTo(
            """
            table public.notes breaks rule timestamps-missing: it has no column created_at of \
            type timestamptz, not null, with a default
            Every row tells when it was made, and when it last changed unless it never does.
            alter table public.notes add column created_at timestamptz not null default now();""");
  }

  @Test
  void an_updated_at_that_may_be_null_is_refused() {
    assertThat(refusalAfter("alter table public.notes alter column updated_at drop not null"))
        .isEqualTo(
            """
            table public.notes breaks rule timestamps-missing: it has no column updated_at of \
            type timestamptz, not null, with a default
            Every row tells when it was made, and when it last changed unless it never does.
            alter table public.notes alter column updated_at type timestamptz, \
            alter column updated_at set default now(), alter column updated_at set not null; \
            For rows that never change: select croft.append_only('public.notes');""");
  }

  @Test
  void varchar_is_refused() {
    assertThat(refusalAfter("alter table public.notes add column title varchar(80)"))
        .isEqualTo(
            """
            table public.notes breaks rule text-not-varchar: column title is character varying(80)
            A length in the type needs a table rewrite to change; a check constraint does not.
            alter table public.notes alter column title type text;""");
  }

  @Test
  void char_is_refused() {
    assertThat(refusalAfter("alter table public.notes add column country char(2)"))
        .isEqualTo(
            """
            table public.notes breaks rule text-not-varchar: column country is character(2)
            A padded type compares other than it reads.
            alter table public.notes alter column country type text;""");
  }

  @Test
  void a_timestamp_without_its_zone_is_refused() {
    assertThat(refusalAfter("alter table public.notes add column due_at timestamp"))
        .isEqualTo(
            """
            table public.notes breaks rule timestamptz-not-timestamp: column due_at is timestamp \
            without time zone
            Without its zone a time means something else on each server and client.
            alter table public.notes alter column due_at type timestamptz;""");
  }

  @Test
  void an_identity_column_is_refused() {
    assertThat(
            refusalAfter(
                "alter table public.notes add column number bigint generated always as identity"))
        .isEqualTo(
            """
            table public.notes breaks rule no-sequence: column number takes its value from a \
            sequence
            A tenant can move to another database only if its ids mean the same there.
            alter table public.notes alter column number drop identity; \
            Use ids of type uuid, by croft.uuid_v7().""");
  }

  @Test
  void a_serial_column_and_the_default_of_a_sequence_are_refused() {
    assertThat(refusalAfter("alter table public.notes add column number bigserial"))
        .startsWith(
            "table public.notes breaks rule no-sequence: "
                + "column number takes its value from a sequence\n")
        .contains("alter column number drop default;");
    database.owner.run(
        "alter table public.notes drop column number",
        "create sequence public.numbers",
        "alter table public.notes add column no bigint default nextval('public.numbers')");
    assertThat(database.owner.explanation(Notes.FENCE))
        .startsWith(
            "table public.notes breaks rule no-sequence: "
                + "column no takes its value from a sequence\n");
  }

  @Test
  void names_that_need_quotes_are_quoted_in_the_repair() {
    assertThat(refusalAfter("alter table public.notes add column \"Due; at\" timestamp"))
        .endsWith("\nalter table public.notes alter column \"Due; at\" type timestamptz;");
  }

  private String refusalAfter(String change) {
    database.owner.run(Notes.create(), change);
    return database.owner.explanation(Notes.FENCE);
  }
}
