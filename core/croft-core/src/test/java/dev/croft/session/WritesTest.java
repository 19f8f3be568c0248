package dev.croft.session;

import static dev.croft.schema.admin.Tables.AUDIT_LOG;
import static dev.croft.schema.auth.Tables.PERMISSIONS;
import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.public_.Tables.TENANTS;
import static dev.croft.schema.public_.Tables.TENANT_USERS;
import static dev.croft.schema.public_.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.RowCountException;
import dev.croft.exception.StatementException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.exception.TenantViolationException;
import dev.croft.fixture.Village;
import dev.croft.schema.auth.tables.records.RolesRecord;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tenant session writes, and what it cannot be made to write. */
@NullUnmarked
class WritesTest {
  private Village village;
  private DSLContext acme;
  private DSLContext globex;
  private List<String> globexBefore;

  @BeforeEach
  void found() {
    village = Village.found();
    village.unmarkSystemRoles();
    acme = village.acme().dsl();
    globex = village.globex().dsl();
    globexBefore = roles(globex);
  }

  /** Whatever acme did, globex has the rows it had. */
  @AfterEach
  void globexIsUntouched() {
    assertThat(roles(globex)).isEqualTo(globexBefore).hasSize(3);
    village.close();
  }

  private static List<String> roles(DSLContext dsl) {
    return dsl.selectFrom(ROLES).orderBy(ROLES.ID).fetch().map(row -> row.intoList().toString());
  }

  @Test
  void insert_stamps_the_tenant() {
    RolesRecord row = acme.insertInto(ROLES).set(ROLES.NAME, "cook").returning().fetchSingle();
    assertThat(row.getTenantId()).isEqualTo(village.acmeId().value());
  }

  @Test
  void insert_accepts_the_session_s_own_tenant() {
    acme.insertInto(ROLES, ROLES.TENANT_ID, ROLES.NAME)
        .values(village.acmeId().value(), "cook")
        .values((UUID) null, "maid")
        .execute();
    assertThat(acme.fetchCount(ROLES)).isEqualTo(5);
  }

  @Test
  void insert_refuses_another_tenant_before_any_statement_is_sent() {
    var insert =
        acme.insertInto(ROLES, ROLES.NAME, ROLES.TENANT_ID)
            .values("cook", village.acmeId().value())
            .values("maid", village.globexId().value());
    assertThatThrownBy(insert::execute)
        .isInstanceOf(TenantViolationException.class)
        .hasMessage(
            "A row of another tenant cannot be written in auth.roles: "
                + "the row names another tenant than the session's. "
                + "Leave the tenant out: the session stamps its own.");
    assertThat(acme.fetchCount(ROLES)).isEqualTo(3);
  }

  @Test
  void insert_refuses_a_tenant_that_an_expression_gives() {
    var insert =
        acme.insertInto(ROLES, ROLES.NAME, ROLES.TENANT_ID)
            .values(DSL.val("cook"), DSL.field(DSL.select(TENANTS.ID).from(TENANTS)));
    assertThatThrownBy(insert::execute)
        .isInstanceOf(TenantViolationException.class)
        .hasMessageContaining("the tenant is given by an expression");
  }

  @Test
  void insert_from_select_reads_and_writes_this_tenant_only() {
    acme.insertInto(ROLES, ROLES.NAME)
        .select(DSL.select(ROLES.NAME.concat(" (copy)")).from(ROLES))
        .execute();
    assertThat(acme.fetchCount(ROLES)).isEqualTo(6);
  }

  @Test
  void insert_from_select_of_another_tenant_s_id_is_refused_by_the_database() {
    var insert =
        acme.insertInto(ROLES, ROLES.TENANT_ID, ROLES.NAME)
            .select(DSL.select(DSL.val(village.globexId().value()), DSL.val("cook")));
    assertThatThrownBy(insert::execute)
        .isInstanceOf(TenantViolationException.class)
        .hasMessage(
            "A row of another tenant cannot be written in a table of tenant scope: "
                + "row-level security refused the row. "
                + "Write rows of the session's own tenant only.");
  }

  @Test
  void upsert_updates_this_tenant_s_row() {
    acme.insertInto(ROLES, ROLES.NAME, ROLES.DESCRIPTION)
        .values("admin", "all")
        .onConflict(ROLES.TENANT_ID, ROLES.NAME)
        .doUpdate()
        .set(ROLES.DESCRIPTION, DSL.excluded(ROLES.DESCRIPTION))
        .execute();
    assertThat(acme.fetchCount(ROLES, ROLES.DESCRIPTION.eq("all"))).isEqualTo(1);
  }

  @Test
  void upsert_on_a_key_without_the_tenant_is_refused() {
    var upsert =
        acme.insertInto(ROLES, ROLES.NAME)
            .values("admin")
            .onConflict(ROLES.ID)
            .doUpdate()
            .set(ROLES.NAME, "stolen");
    assertThatThrownBy(upsert::execute)
        .isInstanceOf(TenantViolationException.class)
        .hasMessageContaining("the conflict target does not hold the tenant column");
  }

  @Test
  void upsert_that_would_move_the_row_is_refused() {
    var upsert =
        acme.insertInto(ROLES, ROLES.NAME)
            .values("admin")
            .onConflict(ROLES.TENANT_ID, ROLES.NAME)
            .doUpdate()
            .set(ROLES.TENANT_ID, village.globexId().value());
    assertThatThrownBy(upsert::execute).isInstanceOf(TenantViolationException.class);
  }

  @Test
  void update_without_a_condition_changes_this_tenant_s_rows_only() {
    assertThat(acme.update(ROLES).set(ROLES.DESCRIPTION, "changed").execute()).isEqualTo(3);
  }

  @Test
  void update_by_an_id_of_another_tenant_changes_nothing() {
    UUID theirs = globex.select(ROLES.ID).from(ROLES).limit(1).fetchSingle().value1();
    assertThat(acme.update(ROLES).set(ROLES.NAME, "stolen").where(ROLES.ID.eq(theirs)).execute())
        .isZero();
  }

  @Test
  void update_from_another_table_reads_this_tenant_only() {
    int changed =
        acme.update(ROLES)
            .set(ROLES.DESCRIPTION, TENANTS.NAME)
            .from(TENANTS)
            .where(ROLES.NAME.eq("admin"))
            .execute();
    assertThat(changed).isEqualTo(1);
    assertThat(acme.fetchCount(ROLES, ROLES.DESCRIPTION.eq("Acme"))).isEqualTo(1);
  }

  @Test
  void update_of_the_tenant_column_is_refused() {
    var update = acme.update(ROLES).set(ROLES.TENANT_ID, village.globexId().value());
    assertThatThrownBy(update::execute)
        .isInstanceOf(TenantViolationException.class)
        .hasMessage(
            "A row of another tenant cannot be written in auth.roles: "
                + "tenant_id is never assigned by an UPDATE. "
                + "Leave the column out of SET; a row stays with its tenant.");
  }

  @Test
  void delete_without_a_condition_deletes_this_tenant_s_rows_only() {
    assertThat(acme.deleteFrom(ROLES).execute()).isEqualTo(3);
  }

  @Test
  void delete_using_another_table_reads_this_tenant_only() {
    int deleted = acme.deleteFrom(ROLES).using(TENANTS).where(ROLES.NAME.eq("user")).execute();
    assertThat(deleted).isEqualTo(1);
  }

  @Test
  void a_record_is_stored_changed_refreshed_and_deleted_within_its_tenant() {
    RolesRecord row = acme.newRecord(ROLES);
    row.setName("cook");
    assertThat(row.store()).isEqualTo(1);
    assertThat(row.getTenantId()).isEqualTo(village.acmeId().value());
    RolesRecord read = acme.fetchSingle(ROLES, ROLES.NAME.eq("cook"));
    read.setDescription("cooks");
    assertThat(read.store()).isEqualTo(1);
    read.refresh();
    assertThat(read.getDescription()).isEqualTo("cooks");
    assertThat(read.delete()).isEqualTo(1);
  }

  @Test
  void a_record_of_another_tenant_is_neither_changed_nor_deleted_by_this_session() {
    RolesRecord theirs = globex.fetchSingle(ROLES, ROLES.NAME.eq("admin"));
    theirs.attach(acme.configuration());
    theirs.setName("stolen");
    assertThatThrownBy(theirs::update).isInstanceOf(RowCountException.class);
    assertThatThrownBy(theirs::delete).isInstanceOf(RowCountException.class);
  }

  @Test
  void records_are_inserted_in_a_batch() {
    RolesRecord cook = new RolesRecord();
    cook.setName("cook");
    RolesRecord maid = new RolesRecord();
    maid.setName("maid");
    assertThat(acme.batchInsert(cook, maid).execute()).containsExactly(1, 1);
    assertThat(acme.fetchCount(ROLES)).isEqualTo(5);
  }

  @Test
  void a_batch_binds_the_caller_s_values_where_the_caller_put_them() {
    var update =
        acme.update(ROLES)
            .set(ROLES.DESCRIPTION, (String) null)
            .where(ROLES.NAME.eq((String) null));
    assertThat(acme.batch(update).bind("all", "admin").bind("some", "user").execute())
        .containsExactly(1, 1);
    assertThat(acme.fetchCount(ROLES, ROLES.DESCRIPTION.in("all", "some"))).isEqualTo(2);
  }

  @Test
  void tables_that_are_not_the_tenant_s_are_not_written() {
    assertThatThrownBy(() -> acme.deleteFrom(USERS).execute())
        .isInstanceOf(StatementRefusedException.class)
        .hasMessage(
            "Table public.users cannot be written by a tenant session: "
                + "its rows do not belong to one tenant. Write it through croft.system(reason).");
    assertThatThrownBy(() -> acme.update(PERMISSIONS).set(PERMISSIONS.NAME, "a:b").execute())
        .isInstanceOf(StatementRefusedException.class);
    assertThatThrownBy(() -> acme.insertInto(AUDIT_LOG).defaultValues().execute())
        .isInstanceOf(StatementRefusedException.class);
  }

  @Test
  void a_tenant_cannot_add_members_because_adding_would_be_looking_up() {
    var insert =
        acme.insertInto(TENANT_USERS).set(TENANT_USERS.USER_ID, village.eve().id().value());
    assertThatThrownBy(insert::execute)
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("permission denied for table tenant_users");
  }
}
