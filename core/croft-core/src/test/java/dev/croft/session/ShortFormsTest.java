package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.auth.Tables.USER_ROLES;
import static dev.croft.schema.public_.Tables.TENANTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.RowCountException;
import dev.croft.exception.StatementException;
import dev.croft.fixture.Village;
import dev.croft.schema.auth.tables.records.RolesRecord;
import dev.croft.schema.public_.tables.records.TenantsRecord;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The forms in which jOOQ makes the statement itself: short ones, records, cursors, batches. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShortFormsTest {
  private Village village;
  private Ledger ledger;
  private DSLContext acme;

  @BeforeAll
  void foundWithoutRowLevelSecurity() throws SQLException {
    village = Village.found();
    village.unmarkSystemRoles();
    village.dropRowLevelSecurity();
    ledger = new Ledger(village);
    acme = village.acme().dsl();
  }

  @AfterEach
  void globexIsUntouched() throws SQLException {
    assertThat(village.globex().dsl().fetchCount(ROLES)).isEqualTo(3);
    assertThat(village.globex().dsl().fetchCount(ROLES, ROLES.DESCRIPTION.eq("changed"))).isZero();
    ledger.restore();
  }

  @AfterAll
  void close() throws SQLException {
    ledger.close();
    village.close();
  }

  private UUID theirs() {
    return village.globex().dsl().fetchSingle(ROLES, ROLES.NAME.eq("keeper")).getId();
  }

  @Test
  void reads() throws IOException {
    Condition theirs = ROLES.ID.eq(theirs());
    assertThat(acme.fetchCount(ROLES)).isEqualTo(3);
    assertThat(acme.fetchCount(DSL.selectFrom(ROLES))).isEqualTo(3);
    assertThat(acme.fetchCountLarge(DSL.selectFrom(ROLES))).isEqualTo(3);
    assertThat(acme.fetchExists(ROLES, theirs)).isFalse();
    assertThat(acme.fetchExists(DSL.selectFrom(ROLES).where(theirs))).isFalse();
    assertThat(acme.fetchExists(ROLES)).isTrue();
    assertThat(acme.fetchOne(ROLES, theirs)).isNull();
    assertThat(acme.fetchOptional(ROLES, theirs)).isEmpty();
    assertThat(acme.fetchAny(ROLES, theirs)).isNull();
    assertThat(acme.fetchValues(ROLES.NAME)).hasSize(3);
    assertThat(acme.fetchMap(DSL.select(ROLES.ID, ROLES.NAME).from(ROLES))).hasSize(3);
    assertThat(acme.fetchByExample(new RolesRecord())).hasSize(3);
    assertThat(acme.selectCount().from(ROLES).fetchSingle().value1()).isEqualTo(3);
    assertThat(acme.selectFrom(ROLES).where(theirs).fetch()).isEmpty();
    assertThat(acme.fetchAsync(ROLES).toCompletableFuture().join()).hasSize(3);
  }

  @Test
  void cursors_and_streams() {
    try (var cursor = acme.fetchLazy(ROLES);
        var stream = acme.selectFrom(ROLES).fetchStream()) {
      assertThat(cursor.fetchNext(2)).hasSize(2);
      assertThat(stream).hasSize(3);
    }
    village
        .acme()
        .transaction(
            tx -> {
              try (var rows = tx.dsl().selectFrom(ROLES).fetchSize(1).fetchStream()) {
                assertThat(rows).hasSize(3);
              }
            });
  }

  @Test
  void dynamic_sql() {
    var query = acme.selectQuery();
    query.addSelect(ROLES.TENANT_ID);
    query.addFrom(ROLES);
    query.addJoin(USER_ROLES, org.jooq.JoinType.LEFT_OUTER_JOIN, USER_ROLES.ROLE_ID.eq(ROLES.ID));
    query.addConditions(DSL.or(ROLES.NAME.eq("admin"), DSL.noCondition(), DSL.trueCondition()));
    assertThat(query.fetch().getValues(ROLES.TENANT_ID)).containsOnly(village.acmeId().value());
    var update = acme.updateQuery(ROLES);
    update.addValue(ROLES.DESCRIPTION, "changed");
    assertThat(update.execute()).isEqualTo(3);
    var delete = acme.deleteQuery(ROLES);
    delete.addConditions(ROLES.NAME.ne("admin").or(DSL.trueCondition()));
    assertThat(delete.execute()).isEqualTo(3);
    assertThat(acme.selectFrom(ROLES.where(DSL.trueCondition())).fetch()).isEmpty();
  }

  @Test
  void a_condition_of_or_does_not_reach_around_the_predicate() {
    assertThat(acme.selectFrom(ROLES).where(DSL.falseCondition()).or(DSL.trueCondition()).fetch())
        .hasSize(3);
    assertThat(acme.deleteFrom(ROLES).where(ROLES.ID.isNull()).or(ROLES.ID.isNotNull()).execute())
        .isEqualTo(3);
  }

  @Test
  void a_record_of_another_tenant_is_not_written_and_that_is_an_error() {
    RolesRecord row = village.globex().dsl().fetchSingle(ROLES, ROLES.NAME.eq("keeper"));
    row.attach(acme.configuration());
    row.setDescription("changed");
    assertThatThrownBy(row::update)
        .isInstanceOfSatisfying(
            RowCountException.class,
            e -> {
              assertThat(e.promised()).isEqualTo(1);
              assertThat(e.changed()).isZero();
            })
        .hasMessage(
            "Not every row of auth.roles was written: 0 of 1 were changed. "
                + "Read them again: they were deleted, or this session never saw them, "
                + "or the database kept them as they were.");
    assertThatThrownBy(row::store).isInstanceOf(RowCountException.class);
    assertThatThrownBy(row::delete).isInstanceOf(RowCountException.class);
    assertThatThrownBy(row::refresh).isInstanceOf(org.jooq.exception.NoDataFoundException.class);
  }

  @Test
  void rows_that_the_database_keeps_back_are_missed() {
    village.asOwner(
        """
        create function auth.keep_back() returns trigger language plpgsql as
          'begin if new.name like ''ghost%'' then return null; end if; return new; end';
        create trigger keep_back before insert on auth.roles
          for each row execute function auth.keep_back()
        """);
    try {
      var insert = acme.insertInto(ROLES, ROLES.NAME).values("cook").values("ghost");
      assertThatThrownBy(insert::execute)
          .isInstanceOf(RowCountException.class)
          .hasMessageContaining("1 of 2 were changed");
      RolesRecord ghost = acme.newRecord(ROLES);
      ghost.setName("ghost");
      assertThatThrownBy(ghost::store).isInstanceOf(RowCountException.class);
      assertThatThrownBy(ghost::merge).isInstanceOf(RowCountException.class);
      RolesRecord other = new RolesRecord();
      other.setName("ghost");
      assertThatThrownBy(acme.batchInsert(other)::execute).isInstanceOf(RowCountException.class);
      assertThat(acme.insertInto(ROLES, ROLES.NAME).values("ghost").onConflictDoNothing().execute())
          .isZero();
    } finally {
      village.asOwner("drop trigger keep_back on auth.roles");
      village.asOwner("drop function auth.keep_back()");
    }
  }

  @Test
  void a_record_is_merged_by_its_key_and_by_no_other() {
    RolesRecord keeper = acme.fetchSingle(ROLES, ROLES.NAME.eq("keeper"));
    RolesRecord again = acme.newRecord(ROLES);
    again.setId(keeper.getId());
    again.setName("keeper");
    again.setDescription("merged");
    assertThat(again.merge()).isEqualTo(1);
    assertThat(acme.fetchCount(ROLES, ROLES.DESCRIPTION.eq("merged"))).isEqualTo(1);
    RolesRecord twin = acme.newRecord(ROLES);
    twin.setName("keeper");
    assertThatThrownBy(twin::merge).isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void a_batch_merges_records() {
    RolesRecord one = new RolesRecord();
    one.setId(new UUID(0, 1));
    one.setName("cook");
    RolesRecord two = new RolesRecord();
    two.setId(new UUID(0, 2));
    two.setName("maid");
    assertThat(acme.batchMerge(one, two).execute()).containsExactly(1, 1);
    RolesRecord again = new RolesRecord();
    again.setId(one.getId());
    again.setName("chef");
    assertThat(acme.batchMerge(again).execute()).containsExactly(1);
    assertThat(acme.fetchValues(DSL.select(ROLES.NAME).from(ROLES)))
        .contains("chef", "maid")
        .doesNotContain("cook");
  }

  @Test
  void rows_are_loaded_one_by_one_in_bulks_and_in_batches() throws IOException {
    List<Object[]> rows = List.of(new Object[] {"a"}, new Object[] {"b"}, new Object[] {"c"});
    acme.loadInto(ROLES).loadArrays(rows.stream()).fields(ROLES.NAME).execute();
    acme.deleteFrom(ROLES).where(ROLES.NAME.in("a", "b", "c")).execute();
    acme.loadInto(ROLES).bulkAfter(2).loadArrays(rows.stream()).fields(ROLES.NAME).execute();
    acme.deleteFrom(ROLES).where(ROLES.NAME.in("a", "b", "c")).execute();
    acme.loadInto(ROLES).batchAfter(2).loadArrays(rows.stream()).fields(ROLES.NAME).execute();
    acme.loadInto(ROLES)
        .onDuplicateKeyIgnore()
        .batchAfter(2)
        .loadArrays(rows.stream())
        .fields(ROLES.NAME)
        .execute();
    assertThat(acme.fetchCount(ROLES)).isEqualTo(6);
  }

  /**
   * No table of a tenant is deleted softly yet, but that of the tenants, which the system writes.
   */
  @Test
  void a_tenant_does_not_delete_itself_or_another_softly() {
    for (TenantSession session : List.of(village.acme(), village.globex())) {
      TenantsRecord row = session.dsl().fetchSingle(TENANTS);
      row.attach(acme.configuration());
      row.setDeletedAt(Instant.EPOCH);
      assertThatThrownBy(row::store)
          .isInstanceOf(StatementException.class)
          .hasMessageContaining("permission denied for table tenants");
    }
  }
}
