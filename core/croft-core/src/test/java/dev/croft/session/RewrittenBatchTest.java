package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.Croft;
import dev.croft.connection.ServerSettings;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.TenantViolationException;
import dev.croft.fixture.Village;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With reWriteBatchedInserts the driver sends many rows as one INSERT, and counts none. */
@NullUnmarked
class RewrittenBatchTest {
  private static final int ROWS = 16;

  private Village village;
  private Croft croft;
  private TenantSession acme;

  @BeforeEach
  void open() {
    village = Village.found();
    croft = Croft.open(village.config().withServer(ServerSettings::rewriteBatchedInserts));
    acme = croft.tenant(village.acmeId());
  }

  @AfterEach
  void close() {
    croft.close();
    village.close();
  }

  private static int[] insert(TenantSession session, List<String> names) {
    DSLContext dsl = session.dsl();
    BatchBindStep batch = dsl.batch(dsl.insertInto(ROLES, ROLES.NAME).values((String) null));
    for (String name : names) {
      batch = batch.bind(name);
    }
    return batch.execute();
  }

  private static List<String> names() {
    return IntStream.range(0, ROWS).mapToObj(i -> "role " + i).toList();
  }

  /** The control is the same batch without the setting, whose rows are counted. */
  @Test
  void all_rows_are_written_for_the_tenant_and_their_counts_are_unknown() {
    assertThat(insert(acme, names())).hasSize(ROWS).containsOnly(Statement.SUCCESS_NO_INFO);
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(3 + ROWS);
    assertThat(croft.tenant(village.globexId()).dsl().fetchCount(ROLES)).isEqualTo(3);
    assertThat(insert(village.globex(), names())).hasSize(ROWS).containsOnly(1);
  }

  @Test
  void inside_a_transaction_it_is_part_of_that() {
    acme.transaction(
        tx -> {
          assertThat(insert(tx, names())).containsOnly(Statement.SUCCESS_NO_INFO);
          assertThat(tx.dsl().fetchCount(ROLES)).isEqualTo(3 + ROWS);
        });
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(3 + ROWS);
  }

  @Test
  void one_row_that_is_refused_leaves_none() {
    List<String> taken = new ArrayList<>(names());
    taken.add(5, "admin");
    assertThatThrownBy(() -> insert(acme, taken))
        .isInstanceOfSatisfying(
            DuplicateKeyException.class,
            e -> assertThat(e.constraint()).isEqualTo("roles_name_unique"));
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(3);
  }

  @Test
  void rows_of_another_tenant_are_refused() {
    DSLContext dsl = acme.dsl();
    assertThatThrownBy(
            () ->
                dsl.batch(
                        dsl.insertInto(ROLES, ROLES.TENANT_ID, ROLES.NAME)
                            .values((java.util.UUID) null, null))
                    .bind(village.acmeId().value(), "mine")
                    .bind(village.globexId().value(), "theirs")
                    .execute())
        .isInstanceOf(TenantViolationException.class);
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(3);
    assertThat(village.globex().dsl().fetchCount(ROLES)).isEqualTo(3);
  }
}
