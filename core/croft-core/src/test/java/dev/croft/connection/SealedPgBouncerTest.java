package dev.croft.connection;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.fixture.PgBouncer;
import dev.croft.fixture.Seal;
import dev.croft.fixture.Village;
import org.junit.jupiter.api.Test;

/** Behind a pooler the connection that a token was bound to is not the server's. */
class SealedPgBouncerTest {

  @Test
  void croft_does_not_open_with_tokens_that_are_bound_to_connections() throws Exception {
    assumeTrue(PgBouncer.isThere());
    try (Village village = Village.found(Seal.SEALED)) {
      Credentials runtime = Village.credentials(village.runtime());
      try (PgBouncer bouncer = PgBouncer.before(village.address(), runtime)) {
        DatabaseAddress address =
            new DatabaseAddress("127.0.0.1", bouncer.port(), village.address().database());
        assertRefused(
            CroftConfig.of(address, runtime)
                .withServer(server -> server.pooler(Pooler.TRANSACTION))
                .withSealing(village.sealing().orElseThrow().boundToConnections()));
      }
    }
  }

  private static void assertRefused(CroftConfig config) {
    assertThatThrownBy(() -> Croft.open(config).close())
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The configuration of Croft cannot be used: tokens are bound to connections, and a"
                + " pooler stands before the server. Connect to the server itself, or use tokens"
                + " that are not bound.");
  }
}
