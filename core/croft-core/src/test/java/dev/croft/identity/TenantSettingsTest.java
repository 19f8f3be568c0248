package dev.croft.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.audit.AuditEntry;
import dev.croft.audit.AuditLogRepository;
import dev.croft.exception.CheckException;
import dev.croft.exception.StaleVersionException;
import dev.croft.fixture.Village;
import dev.croft.fixture.Waiting;
import dev.croft.paging.PageRequest;
import dev.croft.session.TenantSession;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The logo and the metadata of a tenant. */
@NullUnmarked
class TenantSettingsTest {
  private static final URI FENCE = URI.create("https://example.com/fence.png");
  private static final URI GATE = URI.create("https://example.com/gate.png");

  private Village village;
  private TenantSession acme;
  private TenantLogoRepository logos;
  private TenantMetadataRepository metadata;

  @BeforeEach
  void found() {
    village = Village.found();
    acme = village.acme().as(village.ann().id().actor());
    logos = TenantLogoRepository.in(acme);
    metadata = TenantMetadataRepository.in(acme);
  }

  @AfterEach
  void close() {
    village.close();
  }

  @Test
  void a_logo_is_set_replaced_and_removed() {
    assertThat(logos.find()).isEmpty();
    assertThat(logos.set(FENCE).version()).isEqualTo(1);
    TenantLogo gate = logos.set(GATE);
    assertThat(gate.url()).isEqualTo(GATE);
    assertThat(gate.version()).isEqualTo(2);
    assertThat(logos.find()).contains(gate);
    logos.remove();
    logos.remove();
    assertThat(logos.find()).isEmpty();
    assertThat(told()).containsExactly("tenant:set_logo", "tenant:set_logo", "tenant:remove_logo");
  }

  /** The last entries, without those of the foundation. */
  private List<String> told() {
    return AuditLogRepository.in(acme).page(PageRequest.first(100)).items().reversed().stream()
        .filter(entry -> entry.actor().equals(village.ann().id().actor()))
        .peek(entry -> assertThat(entry.after()).isEmpty())
        .map(AuditEntry::action)
        .toList();
  }

  @Test
  void a_logo_is_an_https_address() {
    assertThatThrownBy(() -> logos.set(URI.create("javascript:alert(1)")))
        .isInstanceOf(CheckException.class)
        .hasMessageContaining("tenant_logos_url_check")
        .hasMessageNotContaining("alert");
    assertThat(told()).isEmpty();
  }

  @Test
  void of_two_who_set_a_logo_at_once_the_later_one_prevails() {
    CompletableFuture<TenantLogo> second =
        acme.transactionResult(
            tx -> {
              TenantLogoRepository.in(tx).set(FENCE);
              return Waiting.forLock(village, () -> logos.set(GATE));
            });
    assertThat(second.join().version()).isEqualTo(2);
    assertThat(logos.find().orElseThrow().url()).isEqualTo(GATE);
  }

  @Test
  void metadata_comes_back_as_it_went() {
    Map<String, String> values =
        Map.of("crm id", "42", "\"quoted\" \\", "é – {[,]}", "empty", "", "null", "null");
    assertThat(metadata.find()).isEmpty();
    assertThat(metadata.set(values).values()).isEqualTo(values);
    assertThat(metadata.find().orElseThrow().values()).isEqualTo(values);
    assertThat(metadata.set(Map.of()).values()).isEmpty();
    assertThat(metadata.find().orElseThrow().values()).isEmpty();
    metadata.remove();
    metadata.remove();
    assertThat(metadata.find()).isEmpty();
    assertThat(told())
        .containsExactly("tenant:set_metadata", "tenant:set_metadata", "tenant:remove_metadata");
  }

  @Test
  void many_names_fit_into_metadata_and_too_much_does_not() {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < 500; i++) {
      values.put("name " + i, "text " + i);
    }
    assertThat(metadata.set(values).values()).isEqualTo(values);
    assertThatThrownBy(() -> metadata.set(Map.of("long", "canary".repeat(12_000))))
        .isInstanceOf(CheckException.class)
        .hasMessageContaining("tenant_metadata_metadata_check")
        .hasMessageNotContaining("canary");
  }

  @Test
  void metadata_that_changed_since_it_was_read_is_not_overwritten() {
    TenantMetadata read = metadata.set(Map.of("a", "1"));
    assertThat(metadata.update(read.withValues(Map.of("a", "2"))).version()).isEqualTo(2);
    assertThatThrownBy(() -> metadata.update(read.withValues(Map.of("a", "3"))))
        .isInstanceOf(StaleVersionException.class)
        .hasMessageStartingWith(
            "metadata of tenant %s was not changed".formatted(village.acmeId()));
    metadata.remove();
    metadata.set(Map.of("b", "1"));
    assertThatThrownBy(() -> metadata.update(read.withValues(Map.of("a", "3"))))
        .as("what was set again after a removal is at version 1 as well")
        .isInstanceOf(StaleVersionException.class);
  }

  @Test
  void of_two_who_update_the_same_metadata_at_once_one_succeeds() {
    TenantMetadata read = metadata.set(Map.of("a", "1"));
    CompletableFuture<TenantMetadata> second =
        acme.transactionResult(
            tx -> {
              TenantMetadataRepository.in(tx).update(read.withValues(Map.of("a", "2")));
              return Waiting.forLock(
                  village, () -> metadata.update(read.withValues(Map.of("a", "3"))));
            });
    assertThatThrownBy(second::join).hasCauseInstanceOf(StaleVersionException.class);
    assertThat(metadata.find().orElseThrow().values()).isEqualTo(Map.of("a", "2"));
  }

  @Test
  void settings_are_not_shown_in_words() {
    assertThat(logos.set(FENCE)).hasToString("TenantLogo[version=1]");
    assertThat(metadata.set(Map.of("crm", "42"))).hasToString("TenantMetadata[version=1]");
  }

  @Test
  void another_tenant_sees_and_changes_none_of_them() {
    TenantLogo logo = logos.set(FENCE);
    TenantMetadata noted = metadata.set(Map.of("a", "1"));
    TenantLogoRepository theirLogos = TenantLogoRepository.in(village.globex());
    TenantMetadataRepository theirs = TenantMetadataRepository.in(village.globex());
    assertThat(theirLogos.find()).isEmpty();
    assertThat(theirs.find()).isEmpty();
    assertThatThrownBy(() -> theirs.update(noted)).isInstanceOf(StaleVersionException.class);
    theirLogos.remove();
    theirs.remove();
    assertThat(theirLogos.set(GATE).version()).isEqualTo(1);
    assertThat(theirs.set(Map.of()).version()).isEqualTo(1);
    assertThat(logos.find()).contains(logo);
    assertThat(metadata.find()).contains(noted);
  }
}
