package com.example.quickstart;

import dev.croft.Croft;
import dev.croft.identity.NewTenant;
import dev.croft.identity.SystemMembershipRepository;
import dev.croft.identity.SystemUserRepository;
import dev.croft.identity.TenantRepository;
import dev.croft.identity.User;
import dev.croft.isolation.TenantId;
import dev.croft.session.SystemSession;

/** Who plays: Ann and Bob belong to acme, Eve to globex, Max to both. */
record Cast(TenantId acme, TenantId globex, User ann, User bob, User eve, User max) {

  static Cast assemble(Croft croft) {
    SystemSession system = croft.system("create the tenants of the quickstart").writing();
    TenantRepository tenants = TenantRepository.in(system);
    TenantId acme = tenants.create(new NewTenant("Acme", "acme")).id();
    TenantId globex = tenants.create(new NewTenant("Globex", "globex")).id();
    return new Cast(
        acme,
        globex,
        member(system, "ann@example.com", acme),
        member(system, "bob@example.com", acme),
        member(system, "eve@example.com", globex),
        member(system, "max@example.com", acme, globex));
  }

  private static User member(SystemSession system, String address, TenantId... tenants) {
    User user = SystemUserRepository.in(system).create(address);
    SystemMembershipRepository memberships = SystemMembershipRepository.in(system);
    for (TenantId tenant : tenants) {
      memberships.create(tenant, user.id());
    }
    return user;
  }
}
