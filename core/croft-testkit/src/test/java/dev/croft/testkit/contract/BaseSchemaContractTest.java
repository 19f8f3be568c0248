package dev.croft.testkit.contract;

import dev.croft.access.AccessRepository;
import dev.croft.access.PermissionRepository;
import dev.croft.access.RoleRepository;
import dev.croft.audit.AuditLogRepository;
import dev.croft.audit.AuditObject;
import dev.croft.audit.NewAuditEntry;
import dev.croft.billing.LimitRepository;
import dev.croft.billing.SubscriptionRepository;
import dev.croft.federation.SsoConnectionRepository;
import dev.croft.identity.MemberEmailAddressRepository;
import dev.croft.identity.MembershipRepository;
import dev.croft.identity.TenantLogoRepository;
import dev.croft.identity.TenantMetadataRepository;
import dev.croft.identity.UserProfileRepository;
import dev.croft.identity.UserRepository;
import dev.croft.invitation.InvitationRepository;
import dev.croft.preference.PreferenceRepository;
import dev.croft.preference.Preferences;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Croft's own tables and repositories of tenants, held to the contract that it offers. Plans are
 * the same for all: {@code PlanRepository} has nothing to keep from anybody.
 */
class BaseSchemaContractTest {
  @TestFactory
  Stream<DynamicNode> croft_s_own_repositories_keep_to_their_tenant() {
    return IsolationContract.of("croft/changelog.xml")
        .repository(UserRepository::in)
        .repository(UserProfileRepository::in)
        .repository(MembershipRepository::in)
        .repository(MemberEmailAddressRepository::in)
        .repository(InvitationRepository::in)
        .repository(RoleRepository::in)
        .repository(AccessRepository::in)
        .repository(PermissionRepository::in)
        .repository(SsoConnectionRepository::in)
        .repository(TenantLogoRepository::in)
        .repository(TenantMetadataRepository::in)
        .repository(PreferenceRepository::in)
        .repository(SubscriptionRepository::in)
        .repository(LimitRepository::in)
        .repository(AuditLogRepository::in)
        .about(MemberEmailAddressRepository.class, "public.tenant_user_email_addresses")
        .argument(URI.class, owner -> URI.create("https://example.com/logo.png"))
        .argument(Map.class, owner -> Map.of("motto", "All for one"))
        .argument(Preferences.class, owner -> Preferences.defaults())
        .argument(NewAuditEntry.class, BaseSchemaContractTest::entry)
        .tests();
  }

  /** On no row: an entry can be about anything, so nothing is to be learned by appending one. */
  private static NewAuditEntry entry(Owner owner) {
    return NewAuditEntry.of("role:read", new AuditObject("role", new UUID(0, 1)));
  }
}
