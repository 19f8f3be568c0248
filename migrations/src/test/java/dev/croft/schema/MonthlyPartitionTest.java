package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partitions by month: there in time, closed, and never in the way of who uses the table. */
final class MonthlyPartitionTest {
  private static final String ENSURE = "select croft.ensure_partitions('public.steps', %d)";

  private final MigratedDatabase database = MigratedDatabase.fresh();
  private final UUID acme = database.tenant("acme");

  @BeforeEach
  void steps_are_partitioned_by_month() {
    database.owner.run(
        """
        create table public.steps (
          tenant_id uuid not null,
          id uuid not null default croft.uuid_v7(),
          created_at timestamptz not null default now(),
          constraint steps_pk primary key (tenant_id, id, created_at),
          constraint steps_tenant_fk
            foreign key (tenant_id) references public.tenants (id) on delete restrict
        ) partition by range (created_at)""",
        "select croft.append_only('public.steps')",
        "select croft.tenant_table('public.steps')");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void they_follow_each_other_from_this_month_on() {
    assertThat(database.owner.rows(ENSURE.formatted(14))).hasSize(15);
    assertThat(
            database.owner.value(
                """
                select bool_and(lower_bound = (
                    date_trunc('month', now() at time zone 'UTC') + make_interval(months => place))
                    at time zone 'UTC' and upper_bound = (
                    date_trunc('month', now() at time zone 'UTC')
                      + make_interval(months => place + 1)) at time zone 'UTC')
                from (select p.*, (row_number() over (order by lower_bound))::int - 1 as place
                  from croft.partitions('public.steps') p) p"""))
        .isEqualTo("t");
    assertThat(
            database.owner.value(
                "select part::text = 'steps' || to_char(now() at time zone 'UTC', '\"_y\"YYYY\"m\"MM')"
                    + " from croft.partitions('public.steps') limit 1"))
        .isEqualTo("t");
  }

  @Test
  void making_them_again_makes_what_is_missing_and_nothing_else() {
    assertThat(database.owner.rows(ENSURE.formatted(2))).hasSize(3);
    assertThat(database.owner.rows(ENSURE.formatted(2))).isEmpty();
    assertThat(database.owner.rows(ENSURE.formatted(4))).hasSize(2);
  }

  @Test
  void the_time_zone_of_the_caller_does_not_matter() {
    database.owner.run("set local timezone = 'Asia/Tokyo'", ENSURE.formatted(2));
    assertThat(database.owner.rows("set local timezone = 'America/New_York'", ENSURE.formatted(2)))
        .isEmpty();
    assertThat(
            database.owner.rows(
                "select distinct extract(day from lower_bound at time zone 'UTC')"
                    + " from croft.partitions('public.steps')"))
        .containsExactly("1");
  }

  @Test
  void months_that_one_partition_covers_already_are_left_to_it() {
    database.owner.run(
        "create table public.steps_all partition of public.steps"
            + " for values from (minvalue) to ('9999-01-01')");
    assertThat(database.owner.rows(ENSURE.formatted(2))).isEmpty();
  }

  @Test
  void a_tenant_session_writes_and_reads_through_the_table() {
    database.owner.run(ENSURE.formatted(0));
    database.app.in(acme).run(step("now()"));
    assertThat(database.app.in(acme).value("select count(*) from public.steps")).isEqualTo("1");
    assertThat(database.app.in(database.tenant("globex")).rows("select from public.steps"))
        .isEmpty();
  }

  @Test
  void a_row_of_a_month_without_a_partition_is_refused() {
    database.owner.run(ENSURE.formatted(0));
    assertThat(database.app.in(acme).refusal(step("'2001-01-01'")))
        .isEqualTo("23514 no partition of relation \"steps\" found for row");
  }

  @Test
  void one_that_is_reached_directly_shows_takes_and_loses_nothing() {
    database.owner.run(ENSURE.formatted(0));
    database.app.in(acme).run(step("now()"));
    String part = database.owner.value("select part::text from croft.partitions('public.steps')");
    for (Session session : List.of(database.app.in(acme), database.admin)) {
      assertThat(session.refusal("select * from public." + part))
          .isEqualTo("42501 permission denied for table " + part);
    }
    database.owner.run("grant all on public." + part + " to croft_app, croft_admin, public");
    for (Session session : List.of(database.app.in(acme), database.admin)) {
      assertThat(session.rows("select * from public." + part)).isEmpty();
      assertThat(session.refusal(step("now()").replace("steps", part)))
          .isEqualTo("42501 new row violates row-level security policy for table \"" + part + "\"");
      assertThat(session.refusal("truncate public." + part))
          .isEqualTo("55000 table public." + part + " is append-only: TRUNCATE refused");
    }
    assertThat(database.superuser().refusal("delete from public." + part))
        .isEqualTo("55000 table public." + part + " is append-only: DELETE refused");
  }

  @Test
  void default_privileges_do_not_open_one() {
    database.owner.run(
        "alter default privileges in schema public grant all on tables to croft_app, public",
        ENSURE.formatted(1));
    assertThat(
            database.owner.rows(
                "select p.part from croft.partitions('public.steps') p"
                    + " join pg_class c on c.oid = p.part, aclexplode(c.relacl) acl"
                    + " where acl.grantee <> c.relowner"))
        .isEmpty();
  }

  @Test
  void they_are_made_while_others_read_and_write_the_table() {
    database.owner.run(ENSURE.formatted(0));
    try (HeldTransaction reader = HeldTransaction.of(database.admin)) {
      reader.run("select count(*) from public.steps");
      String impatient = "set local lock_timeout = '300ms'";
      assertThat(database.owner.rows(impatient, ENSURE.formatted(1))).hasSize(1);
      assertThat(
              database.owner.refusal(
                  impatient,
                  "create table public.steps_2001 partition of public.steps"
                      + " for values from ('2001-01-01') to ('2001-02-01')"))
          .isEqualTo("55P03 canceling statement due to lock timeout");
    }
  }

  @Test
  void of_two_callers_at_once_the_second_waits_and_finds_nothing_left_to_do() {
    try (HeldTransaction first = HeldTransaction.of(database.owner)) {
      first.run(ENSURE.formatted(3));
      Session other = database.anotherOwner();
      CompletableFuture<List<String>> second =
          CompletableFuture.supplyAsync(() -> other.rows(ENSURE.formatted(3)));
      while (database
          .admin
          .rows("select from pg_locks where not granted and mode = 'ShareUpdateExclusiveLock'")
          .isEmpty()) {
        assertThat(second).isNotDone();
        Thread.onSpinWait();
      }
      first.commit();
      assertThat(second.join()).isEmpty();
    }
    assertThat(database.owner.rows("select from croft.partitions('public.steps')")).hasSize(4);
  }

  @Test
  void a_table_that_is_partitioned_otherwise_is_refused() {
    assertThat(database.owner.explanation("select croft.ensure_partitions('auth.roles', 3)"))
        .isEqualTo(
            """
            table auth.roles is not partitioned by months
            Its partitions must be ranges of created_at, a timestamptz, and none of them the \
            default partition.
            Create the table with: partition by range (created_at).""");
    database.owner.run("create table public.steps_rest partition of public.steps default");
    assertThat(database.owner.refusal(ENSURE.formatted(3)))
        .isEqualTo("42809 table public.steps is not partitioned by months");
  }

  @Test
  void a_number_of_months_out_of_reason_is_refused() {
    for (int months : new int[] {-1, 121}) {
      assertThat(database.owner.refusal(ENSURE.formatted(months)))
          .isEqualTo(
              "22023 partitions of table public.steps cannot be made %d months ahead"
                  .formatted(months));
    }
    assertThat(database.owner.refusal("select croft.expired_partitions('public.steps', 0)"))
        .isEqualTo("22023 partitions of table public.steps cannot be kept for 0 months");
  }

  @Test
  void expired_ones_are_told_and_not_touched() {
    database.owner.run(
        ENSURE.formatted(0),
        "create table public.steps_y2001m01 partition of public.steps"
            + " for values from ('2001-01-01 00:00+00') to ('2001-02-01 00:00+00')");
    String expired = "select part, detach from croft.expired_partitions('public.steps', %d)";
    assertThat(database.owner.rows(expired.formatted(1)))
        .containsExactly(
            "steps_y2001m01,alter table public.steps detach partition public.steps_y2001m01"
                + " concurrently");
    assertThat(database.owner.rows(expired.formatted(12_000))).isEmpty();
    assertThat(database.owner.rows("select from croft.partitions('public.steps')")).hasSize(2);
  }

  private String step(String createdAt) {
    return "insert into public.steps (tenant_id, created_at) values ('%s', %s)"
        .formatted(acme, createdAt);
  }
}
