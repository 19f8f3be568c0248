package dev.croft.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.audit.AuditLogRepository;
import dev.croft.audit.AuditObject;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.CheckException;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.fixture.Village;
import dev.croft.fixture.Waiting;
import dev.croft.isolation.TenantId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class PlacementRepositoryTest {
  private static final PageRequest ALL = PageRequest.first(PageRequest.MAXIMUM_SIZE);

  private Village village;
  private SystemSession system;
  private PlacementRepository placements;
  private ComputeRepository computes;

  @BeforeEach
  void found() {
    village = Village.found();
    village.asSuperuser(
        "select croft.apply_baseline(id, 'service', 'provisioning') from public.tenants");
    system = village.croft().system("place tenants").writing();
    placements = PlacementRepository.in(system);
    computes = ComputeRepository.in(system);
  }

  @AfterEach
  void close() {
    village.close();
  }

  @Test
  void a_tenant_begins_in_shared_tables() {
    Placement placement = placements.get(village.acmeId());
    assertThat(placement.tier()).isEqualTo(Tier.SHARED);
    assertThat(placement.computeId()).isEmpty();
    assertThat(placement.epoch()).isEqualTo(1);
  }

  @Test
  void each_move_begins_an_epoch() {
    ComputeId north = computes.create("north").id();
    Placement shared = placements.get(village.acmeId());
    Placement alone = placements.move(shared.toInstance(north));
    assertThat(alone.epoch()).isEqualTo(2);
    assertThat(alone.computeId()).contains(north);
    Placement inSchema = placements.move(alone.toSchema());
    assertThat(inSchema.tier()).isEqualTo(Tier.SCHEMA);
    assertThat(placements.move(inSchema.toSharedTables()).epoch()).isEqualTo(4);
    assertThat(placements.get(village.globexId()).epoch()).isEqualTo(1);
  }

  @Test
  void a_move_from_where_the_tenant_is_no_more_is_refused() {
    Placement read = placements.get(village.acmeId());
    placements.move(read.toSchema());
    assertThatThrownBy(() -> placements.move(read.toSchema()))
        .isInstanceOf(StaleVersionException.class)
        .hasMessageStartingWith(
            "placement of tenant %s was not changed: it has no row with version 1,"
                .formatted(village.acmeId()));
  }

  @Test
  void of_two_who_move_a_tenant_at_once_one_succeeds() {
    Placement read = placements.get(village.acmeId());
    CompletableFuture<Placement> second =
        system.transactionResult(
            tx -> {
              PlacementRepository.in(tx).move(read.toSchema());
              return Waiting.forLock(
                  village,
                  () ->
                      PlacementRepository.in(village.croft().system("move too").writing())
                          .move(read.toSchema()));
            });
    assertThatThrownBy(second::join).hasCauseInstanceOf(StaleVersionException.class);
    assertThat(placements.get(village.acmeId()).epoch()).isEqualTo(2);
  }

  @Test
  void an_instance_belongs_to_its_tier_and_to_no_other() {
    assertThatThrownBy(
            () ->
                new Placement(
                    village.acmeId(),
                    Tier.INSTANCE,
                    Optional.empty(),
                    1,
                    Instant.EPOCH,
                    Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A tenant is placed on an instance in the tier INSTANCE, and only there.");
    Placement read = placements.get(village.acmeId());
    assertThatThrownBy(() -> placements.move(read.toInstance(new ComputeId(UUID.randomUUID()))))
        .isInstanceOf(ForeignKeyException.class);
  }

  @Test
  void the_tenants_of_an_instance_are_listed_by_pages() {
    ComputeId north = computes.create("north").id();
    placements.move(placements.get(village.acmeId()).toInstance(north));
    placements.move(placements.get(village.globexId()).toInstance(north));
    PageRequest one = PageRequest.first(1);
    Page<Placement> first = placements.page(north, one);
    Page<Placement> second = placements.page(north, one.after(first.next().orElseThrow()));
    assertThat(first.items()).containsExactly(placements.get(village.acmeId()));
    assertThat(second.items()).containsExactly(placements.get(village.globexId()));
    assertThat(second.next()).isEmpty();
  }

  @Test
  void instances_have_names_of_their_own_and_stay_while_they_are_used() {
    Compute north = computes.create("north");
    Compute south = computes.create("south");
    assertThat(computes.find(north.id())).contains(north);
    assertThat(computes.findByName("south")).contains(south);
    assertThat(computes.page(ALL).items()).containsExactly(north, south);
    assertThatThrownBy(() -> computes.create("north")).isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(() -> computes.create("Far North")).isInstanceOf(CheckException.class);
    placements.move(placements.get(village.acmeId()).toInstance(north.id()));
    assertThatThrownBy(() -> computes.delete(north.id())).isInstanceOf(ForeignKeyException.class);
    computes.delete(south.id());
    computes.delete(south.id());
    assertThat(computes.page(ALL).items()).containsExactly(north);
  }

  @Test
  void a_tenant_that_does_not_exist_is_placed_nowhere() {
    TenantId nobody = new TenantId(UUID.randomUUID());
    assertThat(placements.find(nobody)).isEmpty();
    assertThatThrownBy(() -> placements.get(nobody))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("placement of tenant %s was not found".formatted(nobody));
  }

  @Test
  void the_system_s_log_tells_of_moves_and_the_tenant_s_does_not() {
    ComputeId north = computes.create("north").id();
    placements.move(placements.get(village.acmeId()).toInstance(north));
    AuditObject acme = new AuditObject("tenant", village.acmeId().value());
    assertThat(SystemAuditLogRepository.in(system).page(acme, ALL).items())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("placement:move");
              assertThat(entry.before()).isEqualTo(Map.of("epoch", "1", "tier", "shared"));
              assertThat(entry.after())
                  .isEqualTo(
                      Map.of("epoch", "2", "tier", "instance", "compute_id", north.toString()));
            });
    assertThat(AuditLogRepository.in(village.acme()).page(ALL).items())
        .noneMatch(entry -> entry.action().startsWith("placement"));
  }
}
