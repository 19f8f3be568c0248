package dev.croft.session;

import static dev.croft.schema.auth.Tables.PERMISSIONS;
import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.public_.Tables.TENANTS;
import static dev.croft.schema.public_.Tables.TENANT_USERS;
import static dev.croft.schema.public_.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;

import dev.croft.exception.NotNullException;
import dev.croft.fixture.Village;
import dev.croft.schema.auth.Keys;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Shapes of query that once read more than the tenant's rows, with row-level security off. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscapeTest {
  private Village village;
  private DSLContext acme;

  @BeforeAll
  void foundWithoutRowLevelSecurity() {
    village = Village.found();
    village.dropRowLevelSecurity();
    acme = village.acme().dsl();
  }

  @AfterAll
  void close() {
    village.close();
  }

  private int number(Select<?> query) {
    return acme.fetchSingle(query).get(0, Integer.class);
  }

  @Test
  void a_table_with_renamed_columns_and_a_condition_of_its_own_is_fenced() {
    Table<?> renamed = ROLES.as("r", "a", "b", "c");
    assertThat(number(select(count()).from(renamed.where(trueCondition())))).isEqualTo(3);
  }

  @Test
  void a_person_is_not_found_through_a_table_with_renamed_columns() {
    Table<?> people = USERS.as("p", "a", "b");
    Table<?> eve = people.where(field(name("p", "b"), String.class).eq("eve@example.com"));
    assertThat(acme.select(exists(eve)).fetchSingle().value1()).isFalse();
  }

  @Test
  void an_alias_named_like_the_link_s_does_not_hide_the_person_from_the_condition() {
    Table<?> people = USERS.as("croft_link", "user_id", "e");
    assertThat(acme.select(people.field("e")).from(people).fetch()).hasSize(3);
    assertThat(acme.selectFrom(USERS.as("croft_link")).fetch()).hasSize(3);
  }

  @Test
  void tables_that_a_path_skips_in_a_subquery_are_fenced() {
    assertThat(
            acme.select(PERMISSIONS.NAME)
                .from(PERMISSIONS)
                .where(exists(selectOne().from(PERMISSIONS.rolePermissions().permission())))
                .fetch(PERMISSIONS.NAME))
        .containsExactly("user:read");
    assertThat(
            acme.select(field(select(count()).from(TENANT_USERS.user().tenantUsers().user())))
                .from(TENANT_USERS)
                .fetch(0, Integer.class))
        .containsExactly(1, 1, 1);
  }

  @Test
  void tables_that_a_path_skips_in_a_cross_join_are_fenced() {
    Table<?> skipping = PERMISSIONS.rolePermissions().permission();
    assertThat(number(select(count()).from(PERMISSIONS).crossJoin(skipping))).isEqualTo(1);
    assertThat(number(select(count()).from(skipping))).isEqualTo(1);
  }

  @Test
  void tables_that_a_path_skips_in_returning_are_fenced() {
    var memberships = ROLES.tenant().tenantUsers().user().tenantUsers().user();
    assertThat(
            acme.update(ROLES)
                .set(ROLES.DESCRIPTION, "")
                .returningResult(field(select(count()).from(memberships)))
                .fetch(0, Integer.class))
        .containsExactly(3, 3, 3);
  }

  @Test
  void paths_to_many_show_the_tenant_s_rows_only() {
    List<String> slugs =
        acme.select(multiset(select(USERS.tenantUsers().tenant().SLUG).from(USERS.tenantUsers())))
            .from(USERS)
            .fetch(row -> row.value1().getValues(0, String.class).toString());
    assertThat(slugs).containsOnly("[acme]");
  }

  @Test
  void children_of_a_shared_record_are_the_tenant_s() {
    var permission = acme.fetchSingle(PERMISSIONS, PERMISSIONS.NAME.eq("role:read"));
    assertThat(permission.fetchChildren(Keys.ROLE_PERMISSIONS__PERMISSION)).isEmpty();
  }

  @Test
  void a_common_table_expression_is_in_sight_where_sql_says_so() {
    var names = name("names").fields("n").as(select(ROLES.NAME).from(ROLES));
    assertThat(acme.with(names).select(names.field("n")).from(names).fetch()).hasSize(3);
    assertThat(
            acme.with("one")
                .as(select(ROLES.NAME.as("n")).from(ROLES))
                .with("two")
                .as(select(field(name("n"))).from(table(name("one"))))
                .select(field(select(count()).from(table(name("one")))), count())
                .from(table(name("two")))
                .groupBy()
                .fetchSingle()
                .intoList())
        .isEqualTo(List.<Object>of(3, 3));
  }

  @Test
  void a_recursive_common_table_expression_refers_to_itself() {
    var number = field(name("n"), Integer.class);
    var numbers =
        name("numbers")
            .fields("n")
            .as(
                select(DSL.val(1))
                    .unionAll(
                        select(number.plus(1)).from(table(name("numbers"))).where(number.lt(3))));
    assertThat(acme.withRecursive(numbers).select().from(numbers, TENANTS).fetch()).hasSize(3);
  }

  @Test
  void a_batch_does_not_bind_another_tenant() {
    var one =
        acme.insertInto(ROLES, ROLES.TENANT_ID, ROLES.NAME).values(village.acmeId().value(), "");
    var theirs = acme.batch(one).bind(village.globexId().value(), "cook");
    assertThatThrownBy(theirs::execute).isInstanceOf(NotNullException.class);
    var ours = acme.batch(one).bind(village.acmeId().value(), "cook").bind(null, "maid");
    assertThat(ours.execute()).containsExactly(1, 1);
    assertThat(village.globex().dsl().fetchCount(ROLES)).isEqualTo(3);
    assertThat(acme.deleteFrom(ROLES).where(ROLES.NAME.in("cook", "maid")).execute()).isEqualTo(2);
  }
}
