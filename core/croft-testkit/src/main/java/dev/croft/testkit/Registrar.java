package dev.croft.testkit;

import dev.croft.Croft;
import dev.croft.identity.NewTenant;
import dev.croft.identity.SystemMembershipRepository;
import dev.croft.identity.SystemUserRepository;
import dev.croft.identity.TenantRepository;
import dev.croft.identity.User;
import dev.croft.isolation.TenantId;
import dev.croft.session.SystemSession;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Registers tenants and people by name: the testkit's only work across tenants. */
final class Registrar {
  private static final String REASON = "set up the tenants and people of a test";

  private final Croft croft;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, TenantId> tenants = new HashMap<>();
  private final Map<String, User> people = new HashMap<>();
  private final Set<List<String>> memberships = new HashSet<>();

  Registrar(Croft croft) {
    this.croft = croft;
  }

  TenantId tenant(String name) {
    lock.lock();
    try {
      return tenants.computeIfAbsent(
          name, slug -> TenantRepository.in(system()).create(new NewTenant(slug, slug)).id());
    } finally {
      lock.unlock();
    }
  }

  User member(String name, List<String> of) {
    lock.lock();
    try {
      User person =
          people.computeIfAbsent(
              name, key -> SystemUserRepository.in(system()).create(key + "@example.com"));
      for (String tenant : of) {
        if (memberships.add(List.of(tenant, name))) {
          SystemMembershipRepository.in(system()).create(tenant(tenant), person.id());
        }
      }
      return person;
    } finally {
      lock.unlock();
    }
  }

  private SystemSession system() {
    return croft.system(REASON).writing();
  }
}
