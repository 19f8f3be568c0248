package dev.croft.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.access.RoleRepository;
import dev.croft.connection.ConnectionPool;
import dev.croft.exception.SessionException;
import dev.croft.fixture.Village;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class RollbackOnlyTransactionTest {
  private Village village;
  private ConnectionPool pool;
  private Sessions sessions;

  @BeforeEach
  void found() {
    village = Village.found();
    pool = village.pool();
    sessions = village.sessions(pool);
  }

  @AfterEach
  void close() {
    pool.close();
    village.close();
  }

  @Test
  void what_was_written_is_seen_in_it_by_its_tenant_and_by_nobody_afterwards() {
    try (RollbackOnlyTransaction transaction = sessions.rollbackOnly(village.acmeId())) {
      RoleRepository.in(transaction.session()).create("cook");
      transaction.session().transaction(tx -> RoleRepository.in(tx).create("gardener"));
      assertThat(RoleRepository.in(transaction.session()).findByName("cook")).isPresent();
      assertThat(RoleRepository.in(village.acme()).findByName("cook")).isEmpty();
    }
    assertThat(RoleRepository.in(village.acme()).findByName("cook")).isEmpty();
    assertThat(RoleRepository.in(village.acme()).findByName("gardener")).isEmpty();
  }

  @Test
  void its_thread_is_inside_it_until_it_is_closed() {
    RollbackOnlyTransaction transaction = sessions.rollbackOnly(village.acmeId());
    assertThatThrownBy(() -> sessions.rollbackOnly(village.globexId()))
        .isInstanceOf(SessionException.class)
        .hasMessageContaining("A session was used inside the transaction of another");
    transaction.close();
    transaction.close();
    assertThat(RoleRepository.in(sessions.tenant(village.globexId())).findByName("cook")).isEmpty();
    assertThatThrownBy(() -> RoleRepository.in(transaction.session()).create("cook"))
        .isInstanceOf(SessionException.class)
        .hasMessageContaining("the transaction has ended");
  }

  @Test
  void another_thread_cannot_close_it() {
    try (RollbackOnlyTransaction transaction = sessions.rollbackOnly(village.acmeId())) {
      assertThatThrownBy(() -> CompletableFuture.runAsync(transaction::close).join())
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOf(SessionException.class);
      RoleRepository.in(transaction.session()).create("cook");
    }
  }
}
