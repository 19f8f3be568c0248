package dev.croft.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.isolation.TenantId;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LastWritesTest {
  private final LastWrites writes = new LastWrites(2);
  private final AtomicLong log = new AtomicLong();
  private final TenantId acme = new TenantId(UUID.randomUUID());
  private final TenantId globex = new TenantId(UUID.randomUUID());

  private OptionalLong after(TenantId tenant) {
    return writes.positionAfter(tenant, log::incrementAndGet);
  }

  @Test
  void without_a_write_nothing_is_asked() {
    writes.wroteTo(globex);
    assertThat(after(acme)).isEmpty();
    assertThat(log).hasValue(0);
  }

  @Test
  void the_position_is_asked_once_for_each_write() {
    writes.wroteTo(acme);
    assertThat(after(acme)).hasValue(1);
    assertThat(after(acme)).hasValue(1);
    writes.wroteTo(acme);
    assertThat(after(acme)).hasValue(2);
  }

  @Test
  void a_write_across_tenants_counts_for_each() {
    writes.wroteTo(acme);
    assertThat(after(acme)).hasValue(1);
    writes.wroteToAny();
    assertThat(after(globex)).hasValue(2);
    assertThat(after(acme)).hasValue(2);
  }

  @Test
  void more_tenants_than_are_kept_become_one_write_that_counts_for_all() {
    writes.wroteTo(acme);
    writes.wroteTo(globex);
    assertThat(after(acme)).hasValue(1);
    TenantId third = new TenantId(UUID.randomUUID());
    writes.wroteTo(third);
    assertThat(after(acme)).hasValue(2);
    assertThat(after(third)).hasValue(2);
    assertThat(after(new TenantId(UUID.randomUUID()))).hasValue(2);
  }
}
