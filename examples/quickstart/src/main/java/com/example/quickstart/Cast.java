package com.example.quickstart;

import dev.croft.Croft;
import dev.croft.identity.NewTenant;
import dev.croft.identity.NewUser;
import dev.croft.identity.SystemMembershipRepository;
import dev.croft.identity.SystemUserRepository;
import dev.croft.identity.TenantRepository;
import dev.croft.identity.User;
import dev.croft.isolation.TenantId;
import dev.croft.session.SystemSession;

/** Who plays: Ann manages acme, where Bob works; Eve manages globex; Max belongs to both. */
record Cast(TenantId acme, TenantId globex, User ann, User bob, User eve, User max) {

  static Cast assemble(Croft croft) {
    SystemSession system = croft.system("create the tenants of the quickstart").writing();
    SystemUserRepository people = SystemUserRepository.in(system);
    User ann = people.create("ann@example.com");
    User eve = people.create("eve@example.com");
    TenantRepository tenants = TenantRepository.in(system);
    TenantId acme = tenants.create(new NewTenant("Acme", "acme"), ann.id()).id();
    TenantId globex = tenants.create(new NewTenant("Globex", "globex"), eve.id()).id();
    SystemMembershipRepository memberships = SystemMembershipRepository.in(system);
    User bob = memberships.register(acme, NewUser.of("bob@example.com", "Bob Barley"));
    User max = memberships.register(acme, NewUser.of("max@example.com", "Max Meadow"));
    memberships.create(globex, max.id());
    return new Cast(acme, globex, ann, bob, eve, max);
  }
}
