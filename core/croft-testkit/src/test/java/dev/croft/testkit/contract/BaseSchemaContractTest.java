package dev.croft.testkit.contract;

import dev.croft.access.RoleRepository;
import dev.croft.identity.MembershipRepository;
import dev.croft.identity.UserRepository;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Croft's own tables and repositories, held to the contract that it offers. */
class BaseSchemaContractTest {
  @TestFactory
  Stream<DynamicNode> croft_s_own_repositories_keep_to_their_tenant() {
    return IsolationContract.of("croft/changelog.xml")
        .repository(UserRepository::in)
        .repository(MembershipRepository::in)
        .repository(RoleRepository::in)
        .tests();
  }
}
