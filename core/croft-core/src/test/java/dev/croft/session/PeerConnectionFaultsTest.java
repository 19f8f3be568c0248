package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.connection.ConnectionPool;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.UnsafeDatabaseException;
import dev.croft.fixture.Village;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that were found in other libraries, in connections, roles and what a schema lets by. */
@NullUnmarked
class PeerConnectionFaultsTest {
  private static final String COUNT = "select count(*) from auth.roles";

  private Village village;
  private ConnectionPool pool;
  private TenantSession acme;
  private TenantSession globex;

  @BeforeEach
  void found() {
    village = Village.found();
    pool = ConnectionPool.open(village.address(), Village.credentials(village.runtime()), 1);
    Sessions sessions = village.sessions(pool);
    acme = sessions.tenant(village.acmeId());
    globex = sessions.tenant(village.globexId());
  }

  @AfterEach
  void close() {
    pool.close();
    village.close();
  }

  private static List<UUID> tenantsSeenBy(TenantSession session) {
    return session.dsl().selectDistinct(ROLES.TENANT_ID).from(ROLES).fetch(ROLES.TENANT_ID);
  }

  /** django-multitenant#213. */
  @Test
  void the_tenant_does_not_stay_on_the_pooled_connection() throws SQLException {
    for (int i = 0; i < 3; i++) {
      assertThat(tenantsSeenBy(acme)).containsExactly(village.acmeId().value());
      assertThatThrownBy(() -> acme.dsl().insertInto(ROLES).set(ROLES.NAME, "admin").execute())
          .isInstanceOf(DuplicateKeyException.class);
      assertThat(onTheConnection("select current_setting('app.tenant_id', true)")).isIn("", null);
      assertThat(tenantsSeenBy(globex)).containsExactly(village.globexId().value());
      globex.transaction(tx -> assertThat(tx.dsl().fetchCount(ROLES)).isEqualTo(3));
      assertThat(onTheConnection(COUNT)).isEqualTo("0");
    }
  }

  /** nocturne#333. */
  @Test
  void the_tenant_does_not_stay_with_the_thread_or_job() throws Exception {
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      thread.submit(() -> globex.transaction(tx -> tx.dsl().fetchCount(ROLES))).get();
      assertThat(thread.submit(() -> tenantsSeenBy(acme)).get())
          .containsExactly(village.acmeId().value());
    }
  }

  @Test
  void a_statement_outside_a_transaction_is_in_its_tenant_for_row_level_security_too() {
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(3);
    var insert = acme.dsl().insertInto(ROLES, ROLES.NAME).values((String) null);
    assertThat(acme.dsl().batch(insert).bind("cook").bind("maid").execute()).containsExactly(1, 1);
  }

  /** prisma#20407: what remains of a transaction-local setting is '', which is no uuid. */
  @Test
  void an_emptied_setting_shows_no_rows_and_fails_no_statement() throws SQLException {
    acme.transaction(tx -> tx.dsl().fetchCount(ROLES));
    assertThat(onTheConnection("select current_setting('app.tenant_id', true)")).isEmpty();
    assertThat(onTheConnection(COUNT)).isEqualTo("0");
    assertThat(tenantsSeenBy(globex)).containsExactly(village.globexId().value());
  }

  /** cyoda-go#363. */
  @Test
  void the_owner_is_no_runtime_role_and_sees_nothing_either() throws SQLException {
    CroftConfig asOwner =
        CroftConfig.of(village.address(), Village.credentials(village.database().owner()));
    assertThatThrownBy(() -> Croft.open(asOwner)).isInstanceOf(UnsafeDatabaseException.class);
    try (Connection owner = village.database().connect()) {
      assertThat(first(owner, COUNT)).isEqualTo("0");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set app.bypass_rls = 'on'",
        "set app.is_admin = 'true'",
        "set app.tenant_id = ''",
        "set role none",
        "set search_path = auth"
      })
  void no_setting_that_the_role_may_make_shows_it_rows(String setting) throws SQLException {
    try (RawConnection raw = new RawConnection(village)) {
      raw.run(setting);
      assertThat(raw.read(COUNT)).containsExactly("0");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set row_security = off; select count(*) from auth.roles",
        "set session_replication_role = replica",
        "set role croft_admin",
        "alter table auth.roles disable row level security",
        "alter table auth.roles no force row level security",
        "drop policy tenant_guard on auth.roles",
        "create policy everything on auth.roles using (true)",
        "alter role current_user bypassrls"
      })
  void what_would_switch_row_level_security_off_is_denied_to_the_role(String sql)
      throws SQLException {
    try (RawConnection raw = new RawConnection(village)) {
      assertThatThrownBy(() -> raw.run(sql))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  @Test
  void a_view_without_security_invoker_shows_nothing_because_its_owner_is_fenced_too()
      throws SQLException {
    village.asOwner("create view auth.role_names as select name from auth.roles");
    village.asOwner("grant select on auth.role_names to croft_app");
    try (RawConnection raw = new RawConnection(village)) {
      raw.run("set app.tenant_id = '%s'".formatted(village.setting(village.acmeId())));
      assertThat(raw.read("select name from auth.role_names")).isEmpty();
      assertThat(raw.read(COUNT)).containsExactly("3");
    }
  }

  @Test
  void a_partition_that_is_queried_directly_shows_nothing_even_where_it_was_granted()
      throws SQLException {
    foundNotes();
    try (RawConnection raw = new RawConnection(village)) {
      raw.run("set app.tenant_id = '%s'".formatted(village.setting(village.globexId())));
      raw.run("insert into public.notes (tenant_id) values ('%s')".formatted(village.globexId()));
      assertThat(raw.read("select count(*) from public.notes")).containsExactly("1");
      assertThatThrownBy(() -> raw.read("select count(*) from public.notes_0"))
          .hasMessageContaining("permission denied for table notes_0");
      village.asOwner("grant select on public.notes_0 to croft_app");
      assertThat(raw.read("select count(*) from public.notes_0")).containsExactly("0");
    }
  }

  private void foundNotes() {
    village.asOwner(
        """
        create table public.notes (
          tenant_id uuid not null,
          id uuid not null default croft.uuid_v7(),
          created_at timestamptz not null default now(),
          updated_at timestamptz not null default now(),
          constraint notes_pk primary key (tenant_id, id),
          constraint notes_tenant_fk
            foreign key (tenant_id) references public.tenants (id) on delete cascade
        ) partition by hash (tenant_id);
        create table public.notes_0 partition of public.notes
          for values with (modulus 1, remainder 0);
        comment on table public.notes is 'Notes.';
        comment on column public.notes.tenant_id is 'The tenant.';
        comment on column public.notes.id is 'Identifies the note.';
        comment on column public.notes.created_at is 'When the row was written.';
        comment on column public.notes.updated_at is 'When the row last changed.';
        select croft.tenant_table('public.notes');
        """);
  }

  private String onTheConnection(String sql) throws SQLException {
    Connection connection = pool.take();
    try {
      return first(connection, sql);
    } finally {
      pool.giveBack(connection);
    }
  }

  private static String first(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
