package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.DatabaseException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Cursor;
import org.jooq.Record;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cursors and streams that somebody forgot to close. */
@NullUnmarked
class AbandonedResultTest {
  private static Well well;

  @BeforeAll
  static void dig() {
    well = Well.impatient();
  }

  @AfterAll
  static void close() {
    well.close();
  }

  private static Cursor<? extends Record> abandoned(TenantSession session) {
    Cursor<? extends Record> cursor = session.dsl().selectFrom(ROLES).fetchLazy();
    cursor.fetchNext();
    return cursor;
  }

  @Test
  void outside_a_transaction_one_that_is_not_read_gives_way_when_the_pool_runs_out()
      throws SQLException {
    Cursor<? extends Record> cursor = abandoned(well.acme());
    assertThat(well.globex().dsl().fetchCount(ROLES)).isEqualTo(3);
    cursor.close();
    assertThat(well.globex().dsl().fetchCount(ROLES)).isEqualTo(3);
    assertThat(well.read("select current_setting('app.tenant_id', true)")).isIn("", null);
  }

  @Test
  void a_transaction_finds_room_too() {
    Stream<? extends Record> stream = well.acme().dsl().selectFrom(ROLES).stream();
    assertThat(stream.iterator().next()).isNotNull();
    well.globex().transaction(tx -> assertThat(tx.dsl().fetchCount(ROLES)).isEqualTo(3));
  }

  @Test
  void one_that_is_being_read_does_not_give_way() {
    Reading reading = new Reading();
    assertThat(reading.isIdleFor(Duration.ZERO)).isTrue();
    assertThat(reading.isIdleFor(Duration.ofMinutes(1))).isFalse();
    reading.begin();
    assertThat(reading.isIdleFor(Duration.ZERO)).isFalse();
    reading.touch();
    assertThat(reading.isIdleFor(Duration.ZERO)).isTrue();
  }

  @Test
  void one_that_is_read_to_its_end_needs_no_closing() {
    for (int i = 0; i < 3; i++) {
      assertThat(well.acme().dsl().selectFrom(ROLES).stream().count()).isEqualTo(3);
    }
  }

  @Test
  void inside_a_transaction_it_ends_with_the_transaction() {
    List<Cursor<? extends Record>> kept = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      well.acme().transaction(tx -> kept.add(tx.dsl().selectFrom(ROLES).fetchSize(1).fetchLazy()));
    }
    well.globex()
        .transaction(
            tx -> {
              tx.dsl().fetchCount(ROLES);
              assertThat(kept)
                  .allSatisfy(
                      cursor ->
                          assertThatThrownBy(cursor::fetchNext)
                              .isInstanceOf(DatabaseException.class));
            });
  }
}
