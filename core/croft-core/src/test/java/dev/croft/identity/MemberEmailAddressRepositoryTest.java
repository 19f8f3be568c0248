package dev.croft.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.audit.AuditEntry;
import dev.croft.audit.AuditLogRepository;
import dev.croft.audit.AuditObject;
import dev.croft.exception.CheckException;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.fixture.Crowd;
import dev.croft.fixture.Village;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The address that a member uses in a tenant is the tenant's alone. */
@NullUnmarked
class MemberEmailAddressRepositoryTest {
  private Village village;
  private MemberEmailAddressRepository acme;
  private MemberEmailAddressRepository globex;
  private UserId ann;
  private UserId bob;
  private UserId max;

  @BeforeEach
  void found() {
    village = Village.found();
    ann = village.ann().id();
    bob = village.bob().id();
    max = village.max().id();
    acme = MemberEmailAddressRepository.in(village.acme().as(ann.actor()));
    globex = MemberEmailAddressRepository.in(village.globex());
  }

  @AfterEach
  void close() {
    village.close();
  }

  @Test
  void a_member_is_reached_at_the_address_that_they_use_here_or_else_at_their_own() {
    assertThat(acme.reach(max)).contains("max@example.com");
    MemberEmailAddress address = acme.set(max, "Max@Acme.example");
    assertThat(acme.reach(max)).contains("Max@Acme.example");
    assertThat(acme.find(max)).contains(address);
    assertThat(acme.findByEmailAddress("max@ACME.example")).contains(address);
    assertThat(globex.reach(max)).contains("max@example.com");
    acme.set(max, "maximilian@acme.example");
    assertThat(acme.findByEmailAddress("max@acme.example")).isEmpty();
    acme.remove(max);
    acme.remove(max);
    assertThat(acme.reach(max)).contains("max@example.com");
    assertThat(actions(max))
        .containsExactly(
            "membership:remove_email_address",
            "membership:set_email_address",
            "membership:set_email_address",
            "membership:create");
    assertThat(address.toString()).doesNotContain("@acme");
  }

  private List<String> actions(UserId member) {
    return AuditLogRepository.in(village.acme())
        .page(new AuditObject("membership", member.value()), PageRequest.first(100))
        .items()
        .stream()
        .peek(entry -> assertThat(entry.after()).doesNotContainKey("email_address"))
        .map(AuditEntry::action)
        .toList();
  }

  @Test
  void an_address_is_used_by_one_member_regardless_of_case_and_free_in_other_tenants() {
    acme.set(ann, "Team@acme.example");
    assertThatThrownBy(() -> acme.set(bob, "team@ACME.example"))
        .isInstanceOf(DuplicateKeyException.class)
        .hasMessageNotContaining("acme.example");
    assertThat(acme.set(ann, "team@acme.example").emailAddress()).isEqualTo("team@acme.example");
    assertThat(globex.set(max, "team@acme.example").userId()).isEqualTo(max);
    assertThatThrownBy(() -> acme.set(bob, "nowhere")).isInstanceOf(CheckException.class);
  }

  @Test
  void of_two_members_who_ask_for_one_address_at_once_one_gets_it() {
    Iterator<UserId> members = new ConcurrentLinkedQueue<>(List.of(ann, bob)).iterator();
    List<Future<MemberEmailAddress>> callers =
        Crowd.of(2, () -> acme.set(next(members), "team@acme.example"));
    assertThat(Crowd.results(callers)).hasSize(1);
    assertThat(Crowd.failures(callers)).hasOnlyElementsOfType(DuplicateKeyException.class);
  }

  private static synchronized UserId next(Iterator<UserId> members) {
    return members.next();
  }

  @Test
  void the_same_member_s_address_is_set_by_many_at_once() {
    List<Future<MemberEmailAddress>> callers = Crowd.of(6, () -> acme.set(bob, "bob@acme.example"));
    assertThat(Crowd.results(callers)).hasSize(6);
    assertThat(acme.reach(bob)).contains("bob@acme.example");
  }

  @Test
  void another_tenant_sees_changes_and_learns_nothing() {
    acme.set(max, "max@acme.example");
    acme.set(ann, "ann@acme.example");
    assertThat(globex.find(max)).isEmpty();
    assertThat(globex.find(ann)).isEmpty();
    assertThat(globex.reach(ann)).isEmpty();
    assertThat(globex.findByEmailAddress("ann@acme.example")).isEmpty();
    globex.remove(max);
    globex.remove(ann);
    assertThat(acme.reach(max)).contains("max@acme.example");
    String stranger = messageOf(() -> globex.set(ann, "ann@acme.example"));
    String nobody = messageOf(() -> globex.set(new UserId(UUID.randomUUID()), "x@acme.example"));
    assertThat(stranger).isEqualTo(nobody).contains("tenant_user_email_addresses_user_fk");
    globex.set(max, "max@globex.example");
    assertThat(acme.reach(max)).contains("max@acme.example");
  }

  private static String messageOf(Runnable probe) {
    try {
      probe.run();
      return "no exception";
    } catch (ForeignKeyException e) {
      return e.getMessage();
    }
  }

  @Test
  void it_goes_with_the_membership_and_is_not_told_of_the_deleted() {
    acme.set(bob, "bob@acme.example");
    SystemSession system = village.croft().system("delete people").writing();
    SystemUserRepository.in(system).delete(village.bob());
    assertThat(acme.reach(bob)).isEmpty();
    MembershipRepository memberships = MembershipRepository.in(village.acme());
    memberships.delete(memberships.get(bob));
    assertThat(acme.find(bob)).isEmpty();
    assertThat(acme.set(ann, "bob@acme.example").userId()).isEqualTo(ann);
  }
}
