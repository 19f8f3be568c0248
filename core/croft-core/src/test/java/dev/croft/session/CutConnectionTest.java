package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.connection.DatabaseAddress;
import dev.croft.connection.SslMode;
import dev.croft.exception.ConnectionLostException;
import dev.croft.exception.OutcomeUnknownException;
import dev.croft.fixture.CuttingProxy;
import dev.croft.fixture.CuttingProxy.Sender;
import dev.croft.fixture.Figures;
import dev.croft.fixture.Village;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection is cut at every message of a unit of work, before and after it is passed on. */
@NullUnmarked
class CutConnectionTest {
  private enum Outcome {
    ACKNOWLEDGED,
    ABSENT,
    UNKNOWN
  }

  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private Village village;
  private CuttingProxy proxy;
  private Croft croft;
  private int unit;

  @BeforeEach
  void connectThroughTheProxy() throws IOException {
    village = Village.found();
    proxy = CuttingProxy.before(village.address().host(), village.address().port());
    DatabaseAddress address =
        new DatabaseAddress("127.0.0.1", proxy.port(), village.address().database());
    croft =
        Croft.open(
            village
                .sealed(CroftConfig.of(address, Village.credentials(village.runtime())))
                .withMaximumPoolSize(1)
                .withServer(server -> server.tls(server.tls().mode(SslMode.DISABLE))));
  }

  @AfterEach
  void close() throws IOException {
    croft.close();
    proxy.close();
    village.close();
  }

  @Test
  void a_transaction_is_there_if_acknowledged_and_absent_if_reported_absent() {
    cutEverywhere(
        (session, name) ->
            session.transaction(
                tx -> {
                  tx.dsl().fetchCount(ROLES);
                  add(tx.dsl(), name);
                }),
        Sender.values());
    assertThat(outcomes).containsOnlyKeys(Outcome.values());
  }

  @Test
  void a_single_statement_is_there_if_acknowledged_and_else_its_outcome_is_unknown() {
    cutEverywhere((session, name) -> add(session.dsl(), name), Sender.values());
    assertThat(outcomes).containsOnlyKeys(Outcome.ACKNOWLEDGED, Outcome.UNKNOWN);
  }

  @Test
  void idempotent_work_is_run_again_until_it_is_there() {
    TransactionOptions again = TransactionOptions.defaults().idempotent().retries(3);
    cutEverywhere(
        (session, name) ->
            session.transaction(
                again,
                tx ->
                    tx.dsl()
                        .insertInto(ROLES)
                        .set(ROLES.NAME, name)
                        .onConflict(ROLES.TENANT_ID, ROLES.NAME)
                        .doNothing()
                        .execute()),
        Sender.SERVER);
    assertThat(outcomes).containsOnlyKeys(Outcome.ACKNOWLEDGED);
  }

  private static void add(DSLContext dsl, String name) {
    dsl.insertInto(ROLES).set(ROLES.NAME, name).execute();
  }

  private void cutEverywhere(BiConsumer<TenantSession, String> work, Sender... senders) {
    int cuts = 0;
    for (Sender sender : senders) {
      int messages = messages(work, sender);
      for (int i = 0; i < 2 * messages; i++) {
        connect();
        proxy.cutAt(sender, 1 + i / 2, i % 2 == 1);
        check(work);
        cuts++;
      }
    }
    Figures.add("connections cut at a message of the protocol", cuts);
  }

  /** Of one unit of work on a connection that was made before. */
  private int messages(BiConsumer<TenantSession, String> work, Sender sender) {
    connect();
    proxy.count();
    check(work);
    return proxy.messages(sender);
  }

  /** Until the pool holds a connection that was not cut. */
  private void connect() {
    proxy.count();
    while (true) {
      try {
        croft.tenant(village.acmeId()).dsl().fetchCount(ROLES);
        return;
      } catch (ConnectionLostException e) {
        Thread.onSpinWait();
      }
    }
  }

  private void check(BiConsumer<TenantSession, String> work) {
    String name = "role " + unit++;
    Outcome outcome = outcome(work, name);
    int found = count(name);
    if (outcome != Outcome.UNKNOWN) {
      assertThat(found)
          .as("%s reported %s", name, outcome)
          .isEqualTo(outcome == Outcome.ABSENT ? 0 : 1);
    }
    assertThat(countOfOthers()).isEqualTo(3);
    outcomes.merge(outcome, 1, Integer::sum);
  }

  private Outcome outcome(BiConsumer<TenantSession, String> work, String name) {
    try {
      work.accept(croft.tenant(village.acmeId()), name);
      return Outcome.ACKNOWLEDGED;
    } catch (OutcomeUnknownException e) {
      return Outcome.UNKNOWN;
    } catch (ConnectionLostException e) {
      return Outcome.ABSENT;
    }
  }

  /** Past the proxy, so that it makes a new connection for the next unit only. */
  private int count(String name) {
    return village.acme().dsl().fetchCount(ROLES, ROLES.NAME.eq(name));
  }

  private int countOfOthers() {
    return village.globex().dsl().fetchCount(ROLES);
  }
}
