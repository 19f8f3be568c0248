package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.auth.Tables.USER_ROLES;
import static dev.croft.schema.public_.Tables.TENANT_USERS;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.fixture.Village;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Faults that were found in other libraries, in what their statements did; none is one here. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeerFaultsTest {
  private static final List<String> TABLES_OF_TENANTS =
      List.of(
          "public.tenants",
          "public.users",
          "public.tenant_users",
          "auth.roles",
          "auth.role_permissions",
          "auth.user_roles");

  private static final UUID NOBODYS = new UUID(0L, 2L);

  private Village village;
  private Ledger ledger;
  private Map<String, String> before;
  private DSLContext acme;
  private UUID mine;
  private UUID theirs;

  @BeforeAll
  void found() throws SQLException {
    village = Village.found();
    acme = village.acme().dsl();
    mine = keeper(acme);
    theirs = keeper(village.globex().dsl());
    ledger = new Ledger(village);
    before = ledger.sums();
  }

  private static UUID keeper(DSLContext dsl) {
    return dsl.fetchSingle(ROLES, ROLES.NAME.eq("keeper")).getId();
  }

  @AfterEach
  void globexIsUntouched() throws SQLException {
    Map<String, String> after = ledger.sums();
    ledger.restore();
    String globex = village.globexId().toString();
    assertThat(after)
        .containsAllEntriesOf(
            before.entrySet().stream()
                .filter(sum -> sum.getKey().endsWith(globex))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @AfterAll
  void close() throws SQLException {
    ledger.close();
    village.close();
  }

  /** hibernate-orm#13412, micronaut-data#3940, efcore#24122. */
  @Test
  void update_by_id_without_the_tenant_changes_nothing_of_another_tenant() {
    var update = acme.update(ROLES).set(ROLES.NAME, "stolen");
    assertThat(update.where(ROLES.ID.eq(theirs)).execute()).isZero();
  }

  /** hibernate-orm#13412, micronaut-data#3940, efcore#24122. */
  @Test
  void delete_by_id_without_the_tenant_deletes_nothing_of_another_tenant() {
    assertThat(acme.deleteFrom(ROLES).where(ROLES.ID.eq(theirs)).execute()).isZero();
  }

  @Test
  void upsert_with_another_tenant_s_id_makes_a_row_of_its_own_and_does_not_re_home_theirs() {
    acme.insertInto(ROLES, ROLES.ID, ROLES.NAME)
        .values(theirs, "cook")
        .onConflict(ROLES.TENANT_ID, ROLES.ID)
        .doUpdate()
        .set(ROLES.NAME, "stolen")
        .execute();
    assertThat(acme.fetchSingle(ROLES, ROLES.ID.eq(theirs)).getName()).isEqualTo("cook");
    assertThat(keeper(village.globex().dsl())).isEqualTo(theirs);
  }

  /** mybatis-plus#1201, mybatis-plus#4840. */
  @Test
  void both_sides_of_a_join_are_of_this_tenant_also_when_they_are_joined_on_nothing() {
    var joined =
        acme.select(ROLES.TENANT_ID, USER_ROLES.TENANT_ID)
            .from(ROLES)
            .leftJoin(USER_ROLES)
            .on(ROLES.NAME.isNotNull())
            .fetch();
    assertThat(joined)
        .isNotEmpty()
        .allMatch(row -> row.value1().equals(village.acmeId().value()))
        .allMatch(row -> row.value2().equals(village.acmeId().value()));
  }

  /** mybatis-plus#4840. */
  @Test
  void an_in_subquery_finds_rows_of_this_tenant_only() {
    var members = select(TENANT_USERS.USER_ID).from(TENANT_USERS);
    assertThat(acme.fetchCount(USER_ROLES, USER_ROLES.USER_ID.in(members)))
        .isEqualTo(acme.fetchCount(USER_ROLES))
        .isPositive();
    var theirMembers = members.where(TENANT_USERS.USER_ID.eq(village.eve().id().value()));
    assertThat(acme.fetchExists(theirMembers)).isFalse();
  }

  /** acts_as_tenant#37. */
  @Test
  void included_rows_are_of_this_tenant_only() {
    var included = multiset(select(USER_ROLES.TENANT_ID).from(USER_ROLES)).as("held");
    var rows = acme.select(ROLES.NAME, included).from(ROLES).fetch();
    assertThat(rows)
        .hasSize(3)
        .allSatisfy(
            row ->
                assertThat(row.value2().getValues(USER_ROLES.TENANT_ID))
                    .isNotEmpty()
                    .containsOnly(village.acmeId().value()));
  }

  /** acts_as_tenant#374. */
  @Test
  void no_tenant_means_no_session_and_without_a_session_no_rows() throws SQLException {
    assertThatThrownBy(() -> village.croft().tenant(null)).isInstanceOf(NullPointerException.class);
    try (RawConnection raw = new RawConnection(village)) {
      for (String table : TABLES_OF_TENANTS) {
        assertThat(raw.read("select count(*) from " + table)).as(table).containsExactly("0");
      }
    }
  }

  @Test
  void a_reference_to_another_tenant_s_row_is_refused_as_one_to_no_row_at_all() {
    assertThat(refusalOfReferenceTo(theirs)).isEqualTo(refusalOfReferenceTo(NOBODYS));
  }

  private String refusalOfReferenceTo(UUID role) {
    var insert =
        acme.insertInto(USER_ROLES, USER_ROLES.USER_ID, USER_ROLES.ROLE_ID)
            .values(village.ann().id().value(), role);
    return catchThrowableOfType(ForeignKeyException.class, insert::execute).getMessage();
  }

  @Test
  void what_is_taken_in_another_tenant_is_free_here() {
    acme.deleteFrom(ROLES).where(ROLES.ID.eq(mine)).execute();
    assertThat(acme.insertInto(ROLES, ROLES.ID, ROLES.NAME).values(theirs, "keeper").execute())
        .isEqualTo(1);
  }

  @Test
  void every_unique_index_of_a_tenant_table_begins_with_the_tenant() throws SQLException {
    try (RawConnection raw = new RawConnection(village)) {
      assertThat(
              raw.read(
                  """
                  select i.indexrelid::regclass from pg_index i
                  join pg_attribute t on t.attrelid = i.indrelid and t.attname = 'tenant_id'
                  where i.indisunique and i.indkey[0] <> t.attnum
                    and obj_description(i.indrelid, 'pg_class') ~ '@scope tenant'
                  """))
          .isEmpty();
    }
  }

  @Test
  void the_tenant_is_bound_and_no_part_of_the_text() {
    for (DSLContext dsl : new DSLContext[] {acme, village.globex().dsl()}) {
      assertThat(dsl.render(read(dsl))).isEqualTo(acme.render(read(acme))).contains("= cast(? as");
      assertThat(dsl.render(write(dsl))).isEqualTo(acme.render(write(acme))).contains("(cast(? as");
    }
  }

  private static Query read(DSLContext dsl) {
    return dsl.selectFrom(ROLES);
  }

  private static Query write(DSLContext dsl) {
    return dsl.insertInto(ROLES, ROLES.NAME).values("cook");
  }

  @Test
  void a_violated_constraint_shows_its_name_and_no_value_to_the_caller() {
    var insert = acme.insertInto(ROLES, ROLES.ID, ROLES.NAME).values(mine, "canary");
    DuplicateKeyException refused =
        catchThrowableOfType(DuplicateKeyException.class, insert::execute);
    StringWriter shown = new StringWriter();
    refused.printStackTrace(new PrintWriter(shown));
    assertThat(shown.toString())
        .contains("roles_pk of auth.roles")
        .doesNotContain("canary", mine.toString(), village.acmeId().toString(), "Detail", "Key (");
  }
}
