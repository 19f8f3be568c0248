package dev.croft.invitation;

import static dev.croft.schema.public_.Tables.INVITATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.access.AccessRepository;
import dev.croft.access.Role;
import dev.croft.access.RoleRepository;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.exception.NotFoundException;
import dev.croft.fixture.Village;
import dev.croft.identity.MembershipRepository;
import dev.croft.identity.SystemUserRepository;
import dev.croft.identity.UserId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An invitation from the letter to the membership, and what cannot be done with one. */
@NullUnmarked
class InvitationRepositoryTest {
  private static final Duration DAY = Duration.ofDays(1);

  private Village village;
  private SystemSession system;
  private InvitationRepository invitations;
  private Role keeper;

  @BeforeEach
  void found() {
    village = Village.found();
    system = village.croft().system("test invitations").writing();
    invitations = InvitationRepository.in(village.acme());
    keeper = RoleRepository.in(village.acme()).findByName("keeper").orElseThrow();
  }

  @AfterEach
  void close() {
    village.close();
  }

  @Test
  void who_accepts_becomes_a_member_with_the_role_once() {
    IssuedInvitation issued = invite("eve@example.com");
    UserId eve = village.eve().id();
    SystemInvitationRepository letters = SystemInvitationRepository.in(system);
    assertThat(letters.find(village.acmeId(), issued.token())).contains(issued.invitation());
    assertThat(letters.accept(village.acmeId(), issued.token(), eve).isActive()).isTrue();
    assertThat(AccessRepository.in(village.acme()).roleNames(eve)).containsExactly("keeper");
    assertThat(invitations.get(issued.invitation().id()).status())
        .isEqualTo(InvitationStatus.ACCEPTED);
    assertThatThrownBy(() -> letters.accept(village.acmeId(), issued.token(), eve))
        .isInstanceOfSatisfying(
            InvitationClosedException.class,
            e -> assertThat(e.status()).isEqualTo(InvitationStatus.ACCEPTED))
        .hasMessage(
            ("invitation %s is not open: it is accepted. Send an expired invitation again; make a"
                    + " new one instead of one that was accepted or revoked.")
                .formatted(issued.invitation().id()));
  }

  @Test
  void of_many_who_accept_at_once_one_does() throws Exception {
    IssuedInvitation issued = invite("someone@example.com");
    List<Callable<Boolean>> callers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      UserId user = i % 2 == 0 ? village.eve().id() : stranger();
      callers.add(() -> accepts(issued, user));
    }
    assertThat(inParallel(callers)).containsOnlyOnce(true);
    assertThat(MembershipRepository.in(village.acme()).page(PageRequest.first(20)).items())
        .hasSize(4);
  }

  private UserId stranger() {
    return SystemUserRepository.in(system).create(UUID.randomUUID() + "@example.com").id();
  }

  private boolean accepts(IssuedInvitation issued, UserId user) {
    try {
      SystemSession other = village.croft().system("accept").writing();
      SystemInvitationRepository.in(other).accept(village.acmeId(), issued.token(), user);
      return true;
    } catch (InvitationClosedException e) {
      return false;
    }
  }

  private static <T> List<T> inParallel(List<Callable<T>> calls)
      throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      for (Future<T> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
    }
    return results;
  }

  @Test
  void a_member_who_accepts_is_refused_and_the_invitation_stays_open() {
    IssuedInvitation issued = invite("other@example.com");
    assertThatThrownBy(
            () ->
                SystemInvitationRepository.in(system)
                    .accept(village.acmeId(), issued.token(), village.bob().id()))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(invitations.get(issued.invitation().id()).status())
        .isEqualTo(InvitationStatus.PENDING);
  }

  @Test
  void an_invitation_ends_with_its_time_and_begins_anew_when_it_is_sent_again() {
    IssuedInvitation issued = invite("eve@example.com");
    village.asOwner("alter table public.invitations drop constraint invitations_expiry_check");
    system.dsl().update(INVITATIONS).set(INVITATIONS.EXPIRES_AT, INVITATIONS.CREATED_AT).execute();
    InvitationId id = issued.invitation().id();
    assertThat(invitations.get(id).status()).isEqualTo(InvitationStatus.EXPIRED);
    SystemInvitationRepository letters = SystemInvitationRepository.in(system);
    assertThatThrownBy(() -> letters.accept(village.acmeId(), issued.token(), village.eve().id()))
        .isInstanceOfSatisfying(
            InvitationClosedException.class,
            e -> assertThat(e.status()).isEqualTo(InvitationStatus.EXPIRED));
    IssuedInvitation again = invitations.resend(id, DAY);
    assertThatThrownBy(() -> letters.accept(village.acmeId(), issued.token(), village.eve().id()))
        .isInstanceOf(NotFoundException.class);
    letters.accept(village.acmeId(), again.token(), village.eve().id());
    assertThatThrownBy(() -> invitations.resend(id, DAY))
        .isInstanceOf(InvitationClosedException.class);
  }

  @Test
  void a_revoked_invitation_is_worth_nothing_and_makes_room_for_another() {
    IssuedInvitation issued = invite("eve@example.com");
    assertThatThrownBy(() -> invite("EVE@example.com")).isInstanceOf(DuplicateKeyException.class);
    assertThat(invitations.revoke(issued.invitation().id()).status())
        .isEqualTo(InvitationStatus.REVOKED);
    assertThatThrownBy(
            () ->
                SystemInvitationRepository.in(system)
                    .accept(village.acmeId(), issued.token(), village.eve().id()))
        .isInstanceOf(InvitationClosedException.class);
    assertThatThrownBy(() -> invitations.revoke(issued.invitation().id()))
        .isInstanceOf(InvitationClosedException.class);
    Page<Invitation> all = page(invite("eve@example.com"));
    assertThat(all.items())
        .extracting(Invitation::status)
        .containsExactly(InvitationStatus.REVOKED, InvitationStatus.PENDING);
  }

  private Page<Invitation> page(IssuedInvitation made) {
    assertThat(invitations.find(made.invitation().id())).contains(made.invitation());
    return invitations.page(PageRequest.first(5));
  }

  @Test
  void nobody_invites_to_a_role_or_on_the_word_of_a_person_of_another_tenant() {
    Role theirs = RoleRepository.in(village.globex()).findByName("keeper").orElseThrow();
    UserId ann = village.ann().id();
    assertThatThrownBy(
            () -> invitations.create(new NewInvitation("x@example.com", theirs.id(), ann, DAY)))
        .isInstanceOf(ForeignKeyException.class);
    assertThatThrownBy(
            () ->
                invitations.create(
                    new NewInvitation("x@example.com", keeper.id(), village.eve().id(), DAY)))
        .isInstanceOf(ForeignKeyException.class);
    assertThatThrownBy(() -> new NewInvitation("x@example.com", keeper.id(), ann, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void
      another_tenant_neither_sees_nor_changes_an_invitation_and_its_token_is_worth_nothing_there() {
    IssuedInvitation issued = invite("new@example.com");
    InvitationRepository globex = InvitationRepository.in(village.globex());
    InvitationId id = issued.invitation().id();
    assertThat(globex.find(id)).isEmpty();
    assertThat(globex.page(PageRequest.first(5)).items()).isEmpty();
    assertThatThrownBy(() -> globex.revoke(id)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> globex.resend(id, DAY)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(
            () ->
                SystemInvitationRepository.in(system)
                    .accept(village.globexId(), issued.token(), village.ann().id()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void neither_the_address_nor_the_token_is_shown() {
    IssuedInvitation issued = invite("new@example.com");
    assertThat(issued.toString()).doesNotContain("@", issued.token().value());
  }

  private IssuedInvitation invite(String address) {
    return invitations.create(new NewInvitation(address, keeper.id(), village.ann().id(), DAY));
  }
}
