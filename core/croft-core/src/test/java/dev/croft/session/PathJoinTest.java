package dev.croft.session;

import static dev.croft.schema.auth.Tables.USER_ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import dev.croft.fixture.Village;
import dev.croft.schema.auth.tables.UserRoles;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joins along paths: what the oracle found. */
@NullUnmarked
class PathJoinTest {
  private final UserRoles held = USER_ROLES.as("held");
  private Village village;

  @BeforeEach
  void found() {
    village = Village.found();
  }

  @AfterEach
  void close() {
    village.close();
  }

  /** jOOQ puts implicit joins into the finished text, and miscounts the variables in them. */
  @Test
  void no_value_of_the_caller_is_bound_where_a_tenant_stands() {
    var email =
        select(held.user().user().EMAIL_ADDRESS)
            .from(held)
            .where(held.USER_ID.eq(village.ann().id().value()))
            .limit(1);
    assertThat(
            village
                .acme()
                .dsl()
                .select(field(email), USER_ROLES.user().user().EMAIL_ADDRESS)
                .from(USER_ROLES)
                .fetch(row -> "%s %s".formatted(row.value1(), row.value2())))
        .containsExactlyInAnyOrder(
            "ann@example.com ann@example.com",
            "ann@example.com ann@example.com",
            "ann@example.com bob@example.com",
            "ann@example.com max@example.com");
  }

  @Test
  void a_path_of_an_alias_can_be_joined_outer() {
    assertThat(
            village
                .acme()
                .dsl()
                .select(held.role().NAME)
                .from(held.leftJoin(held.role()))
                .fetch(held.role().NAME))
        .containsExactlyInAnyOrder("keeper", "user", "user", "user");
  }
}
