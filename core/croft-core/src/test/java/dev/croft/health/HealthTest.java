package dev.croft.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.croft.Croft;
import dev.croft.connection.Access;
import dev.croft.fixture.Village;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class HealthTest {
  private Village village;

  @BeforeEach
  void found() {
    village = Village.found();
  }

  @AfterEach
  void close() {
    village.close();
  }

  @Test
  void a_croft_that_works_is_healthy() {
    Health health = village.croft().health();
    assertThat(health.isHealthy()).isTrue();
    assertThat(health.problem()).isEmpty();
    assertThat(health.serverVersion()).hasValueSatisfying(v -> assertThat(v).startsWith("1"));
    assertThat(health.pools())
        .extracting("access", "user", "maximum", "active", "waiting")
        .containsExactly(
            tuple(Access.RUNTIME, village.runtime().user(), 10, 0, 0),
            tuple(Access.SYSTEM, village.system().user(), 10, 0, 0));
    assertThat(health.schema()).contains(new SchemaState(List.of(), List.of()));
  }

  @Test
  void a_schema_that_lacks_a_column_is_not_healthy_and_one_with_more_is() {
    village.asOwner("alter table auth.roles add column colour text");
    assertThat(village.croft().health().schema())
        .contains(new SchemaState(List.of(), List.of("auth.roles.colour")));
    assertThat(village.croft().health().isHealthy()).isTrue();
    village.asOwner("alter table auth.roles drop column description");
    Health health = village.croft().health();
    assertThat(health.schema().orElseThrow().missing()).containsExactly("auth.roles.description");
    assertThat(health.isHealthy()).isFalse();
  }

  @Test
  void a_hole_in_a_fence_is_not_healthy() {
    village.asOwner("alter table auth.roles no force row level security");
    Health health = village.croft().health();
    assertThat(health.findings()).extracting("rule").contains("row-security-not-forced");
    assertThat(health.isHealthy()).isFalse();
  }

  @Test
  void a_server_that_is_not_reached_is_told_and_not_thrown() {
    try (Croft croft =
        Croft.open(
            village.config().withPool(pool -> pool.connectionTimeout(Duration.ofMillis(500))))) {
      village.asSuperuser("alter role %s nologin", village.runtime().user());
      village.asSuperuser(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'",
          village.runtime().user());
      Health health = croft.health();
      assertThat(health.isHealthy()).isFalse();
      assertThat(health.problem()).isPresent();
      assertThat(health.serverVersion()).isEmpty();
    } finally {
      village.asSuperuser("alter role %s login", village.runtime().user());
    }
  }
}
