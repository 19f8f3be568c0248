package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.connection.ConnectionPool;
import dev.croft.connection.DatabaseAddress;
import dev.croft.fixture.CountingProxy;
import dev.croft.fixture.Village;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts what the server answers, not time. */
@NullUnmarked
class RoundTripTest {
  private Village village;
  private CountingProxy proxy;
  private ConnectionPool pool;
  private TenantSession acme;

  @BeforeEach
  void connectThroughTheProxy() throws IOException {
    village = Village.found();
    village.unmarkSystemRoles();
    proxy = CountingProxy.before(village.address().host(), village.address().port());
    DatabaseAddress address =
        new DatabaseAddress(proxy.host(), proxy.port(), village.address().database());
    pool = ConnectionPool.open(address, Village.credentials(village.runtime()), 1);
    acme = village.sessions(pool).tenant(village.acmeId());
  }

  /** The fewest of some runs: the pool may ask an idle connection whether it is alive. */
  private int roundTrips(Runnable work) {
    return IntStream.range(0, 5)
        .map(
            i -> {
              acme.dsl().fetchCount(ROLES);
              proxy.takeRoundTrips();
              work.run();
              return proxy.takeRoundTrips();
            })
        .min()
        .orElseThrow();
  }

  @AfterEach
  void close() throws IOException {
    pool.close();
    proxy.close();
    village.close();
  }

  @Test
  void a_statement_of_unchecked_sql_and_its_checks_are_one_round_trip() {
    DSLContext unchecked = acme.unchecked("to count round trips");
    assertThat(roundTrips(() -> unchecked.fetch("table auth.roles"))).isEqualTo(1);
    assertThat(roundTrips(() -> unchecked.execute("delete from auth.roles where false")))
        .isEqualTo(1);
  }

  @Test
  void a_read_is_one_round_trip() {
    assertThat(roundTrips(() -> acme.dsl().selectFrom(ROLES).fetch())).isEqualTo(1);
  }

  @Test
  void a_write_is_one_round_trip() {
    AtomicInteger number = new AtomicInteger();
    int insert =
        roundTrips(
            () ->
                acme.dsl()
                    .insertInto(ROLES)
                    .set(ROLES.NAME, "r" + number.incrementAndGet())
                    .execute());
    int update = roundTrips(() -> acme.dsl().update(ROLES).set(ROLES.DESCRIPTION, "d").execute());
    int delete = roundTrips(() -> acme.dsl().deleteFrom(ROLES).returning().fetch());
    assertThat(List.of(insert, update, delete)).containsOnly(1);
  }

  @Test
  void a_statement_stays_one_round_trip_when_the_server_has_prepared_it() {
    Runnable twentyReads =
        () -> {
          for (int i = 0; i < 20; i++) {
            acme.dsl().selectFrom(ROLES).fetch();
          }
        };
    assertThat(roundTrips(twentyReads)).isEqualTo(20);
  }

  /** Once for each connection that is new, or that somebody else has had. */
  @Test
  void a_connection_whose_last_use_is_not_known_is_asked_first() {
    Runnable read = () -> acme.dsl().selectFrom(ROLES).fetch();
    Runnable useAndRead =
        () -> {
          pool.giveBack(pool.take());
          read.run();
        };
    assertThat(roundTrips(useAndRead)).isEqualTo(2);
    assertThat(roundTrips(read)).isEqualTo(1);
  }

  @Test
  void a_transaction_adds_one_round_trip_for_its_commit() {
    TransactionWork<TenantSession, RuntimeException> twoReads =
        tx -> {
          tx.dsl().fetchCount(ROLES);
          tx.dsl().fetchCount(ROLES);
        };
    assertThat(roundTrips(() -> acme.transaction(twoReads))).isEqualTo(3);
  }

  @Test
  void a_batch_takes_the_same_round_trips_whatever_its_size() {
    var delete = acme.dsl().deleteFrom(ROLES).where(ROLES.NAME.eq((String) null));
    int three = roundTrips(() -> acme.dsl().batch(delete).bind("a").bind("b").bind("c").execute());
    int one = roundTrips(() -> acme.dsl().batch(delete).bind("a").execute());
    assertThat(three).isEqualTo(one);
  }
}
