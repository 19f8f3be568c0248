package dev.croft.leaks;

import static dev.croft.leaks.Canary.WORD;
import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.public_.Tables.TENANTS;
import static dev.croft.schema.public_.Tables.USERS;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import dev.croft.access.PermissionName;
import dev.croft.access.Role;
import dev.croft.access.RoleId;
import dev.croft.access.RoleRepository;
import dev.croft.exception.ConnectionLostException;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.ExclusionException;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.OutcomeUnknownException;
import dev.croft.exception.SessionException;
import dev.croft.exception.StaleVersionException;
import dev.croft.exception.StatementException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.exception.TenantViolationException;
import dev.croft.identity.MembershipRepository;
import dev.croft.identity.UserRepository;
import dev.croft.paging.Cursor;
import dev.croft.paging.InvalidCursorException;
import dev.croft.paging.PageRequest;
import dev.croft.session.TenantSession;
import dev.croft.session.TransactionCallable;
import dev.croft.session.TransactionOptions;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What a tenant session refuses, and what goes wrong around its statements. */
final class SessionScenes {
  private final Aviary aviary;
  private final TenantSession acme;
  private final DSLContext dsl;

  SessionScenes(Aviary aviary) {
    this.aviary = aviary;
    this.acme = aviary.acme();
    this.dsl = acme.dsl();
  }

  Stream<Scene> all() {
    return Stream.of(refusals(), violations(), repositories(), transactions(), losses())
        .flatMap(scenes -> scenes);
  }

  private Stream<Scene> refusals() {
    return Stream.of(
        refused("a plain query", () -> dsl.fetch("select 'canarium'")),
        refused("a plain query with a value", () -> dsl.fetch("select ?", WORD)),
        refused("a plain statement", () -> dsl.execute("set app.tenant_id = 'canarium'")),
        refused(
            "a plain condition", () -> dsl.selectFrom(ROLES).where("name = 'canarium'").fetch()),
        refused("a plain field", () -> dsl.select(DSL.field("'canarium'")).fetch()),
        refused("a plain table", () -> dsl.selectFrom("(values ('canarium')) t (a)").fetch()),
        refused(
            "a template's keyword",
            () -> dsl.select(DSL.field("{0}", DSL.keyword("'canarium'"))).fetch()),
        refused(
            "a name without quotes",
            () -> dsl.select(DSL.field(DSL.systemName("'canarium'"))).from(ROLES).fetch()),
        refused(
            "a merge",
            () ->
                dsl.mergeInto(ROLES)
                    .using(DSL.selectOne())
                    .on(ROLES.NAME.eq(WORD))
                    .whenMatchedThenUpdate()
                    .set(ROLES.DESCRIPTION, WORD)
                    .execute()),
        refused(
            "a write to people",
            () -> dsl.update(USERS).set(USERS.EMAIL_ADDRESS, "canarium@example.com").execute()),
        refused("a setting", () -> dsl.set(DSL.name("app", "tenant_id"), val(WORD)).execute()),
        refused("a comment", () -> dsl.commentOnTable(ROLES).is("canarium").execute()),
        refused("a batch of text", () -> dsl.batch("select 'canarium'").execute()));
  }

  private static Scene refused(String name, Scene.Action action) {
    return Scene.fails(name, StatementRefusedException.class, action);
  }

  private Stream<Scene> violations() {
    UUID globex = aviary.village().globexId().value();
    return Stream.of(
        Scene.fails(
            "a row of another tenant",
            TenantViolationException.class,
            () ->
                dsl.insertInto(ROLES, ROLES.TENANT_ID, ROLES.NAME).values(globex, WORD).execute()),
        Scene.fails(
            "a row moved to another tenant",
            TenantViolationException.class,
            () ->
                dsl.update(ROLES)
                    .set(ROLES.TENANT_ID, globex)
                    .where(ROLES.NAME.eq(WORD))
                    .execute()),
        Scene.fails(
            "a row whose tenant is computed",
            TenantViolationException.class,
            () ->
                dsl.insertInto(ROLES, ROLES.TENANT_ID, ROLES.NAME)
                    .values(val(WORD).cast(UUID.class), inline(WORD))
                    .execute()),
        Scene.fails(
            "a conflict without the tenant",
            TenantViolationException.class,
            () ->
                dsl.insertInto(ROLES, ROLES.NAME)
                    .values(WORD)
                    .onConflict(ROLES.NAME)
                    .doNothing()
                    .execute()),
        Scene.fails(
            "a row that is assigned",
            TenantViolationException.class,
            () ->
                dsl.update(ROLES)
                    .set(row(ROLES.TENANT_ID, ROLES.NAME), row(globex, WORD))
                    .execute()),
        Scene.fails(
            "an own slug that is taken",
            StatementException.class,
            () -> dsl.update(TENANTS).set(TENANTS.SLUG, "canarium-globex").execute()));
  }

  private Stream<Scene> repositories() {
    RoleRepository roles = RoleRepository.in(acme);
    return Stream.of(
        Scene.succeeds("a role by name", () -> roles.findByName("Canarium")),
        Scene.succeeds("a page of roles", () -> roles.page(PageRequest.first(1))),
        Scene.succeeds(
            "a page of members", () -> MembershipRepository.in(acme).page(PageRequest.first(2))),
        Scene.succeeds(
            "a person by address",
            () -> UserRepository.in(acme).findByEmailAddress("canarium.ann@example.com")),
        Scene.fails(
            "a role whose name is taken",
            DuplicateKeyException.class,
            () -> roles.create("Canarium")),
        Scene.fails(
            "a role that is not there",
            NotFoundException.class,
            () -> roles.get(new RoleId(UUID.randomUUID()))),
        Scene.fails(
            "a permission that is not there",
            NotFoundException.class,
            () -> {
              roles.grant(new RoleId(UUID.randomUUID()), PermissionName.of("bird", "read"));
              return null;
            }),
        Scene.fails("a role that has changed", StaleVersionException.class, () -> stale(roles)),
        Scene.fails(
            "a permission's name that is none",
            IllegalArgumentException.class,
            () -> new PermissionName("Canarium")),
        Scene.fails("a cursor that is none", InvalidCursorException.class, () -> new Cursor(WORD)),
        Scene.fails(
            "a cursor in another alphabet",
            InvalidCursorException.class,
            () -> new Cursor("canarium ü")));
  }

  private static Role stale(RoleRepository roles) {
    Role role = roles.create("canarium once");
    Role changed = roles.update(role.renamed("canarium twice"));
    roles.delete(changed);
    return roles.update(role.described(WORD));
  }

  private Stream<Scene> transactions() {
    return Stream.of(
        Scene.fails(
            "a constraint checked at commit",
            ExclusionException.class,
            () -> inTransaction("defer canarium", "defer canarium")),
        Scene.fails(
            "a failure that the work hid",
            SessionException.class,
            () -> {
              acme.transaction(tx -> failQuietly(tx.dsl()));
              return null;
            }),
        Scene.fails(
            "a failure in a nested transaction",
            DuplicateKeyException.class,
            () -> {
              acme.transaction(
                  tx -> tx.transaction(nested -> RoleRepository.in(nested).create("Canarium")));
              return null;
            }),
        Scene.fails("a statement that takes too long", StatementException.class, this::waitInVain));
  }

  private Object inTransaction(String first, String second) {
    return acme.transactionResult(
        tx -> insert(tx.dsl(), "c1", first) + insert(tx.dsl(), "c2", second));
  }

  private static int insert(DSLContext dsl, String name, String description) {
    return dsl.insertInto(ROLES, ROLES.NAME, ROLES.DESCRIPTION).values(name, description).execute();
  }

  private static void failQuietly(DSLContext dsl) {
    try {
      insert(dsl, "Canarium", WORD);
    } catch (DuplicateKeyException hidden) {
      dsl.configuration();
    }
  }

  private Object waitInVain() throws Exception {
    TransactionOptions hurried = TransactionOptions.defaults().timeout(Duration.ofMillis(150));
    return aviary.whileRolesAreLocked(
        () -> acme.transactionResult(hurried, tx -> insert(tx.dsl(), "canarium late", WORD)));
  }

  private Stream<Scene> losses() {
    return Stream.of(
        Scene.fails(
            "a connection lost before a statement",
            ConnectionLostException.class,
            () ->
                afterRecovery(
                    tx -> {
                      insert(tx.dsl(), "canarium lost", WORD);
                      aviary.terminate();
                      return insert(tx.dsl(), "canarium lost too", WORD);
                    })),
        Scene.fails(
            "a connection lost before a batch",
            ConnectionLostException.class,
            () ->
                afterRecovery(
                    tx -> {
                      insert(tx.dsl(), "canarium lost", WORD);
                      aviary.terminate();
                      return tx.dsl()
                          .batch(tx.dsl().insertInto(ROLES, ROLES.NAME).values((String) null))
                          .bind("canarium 1")
                          .bind("canarium 2")
                          .execute();
                    })),
        Scene.fails(
            "a connection lost at commit",
            OutcomeUnknownException.class,
            () ->
                afterRecovery(
                    tx -> {
                      int inserted = insert(tx.dsl(), "canarium lost", WORD);
                      aviary.terminate();
                      return inserted;
                    })));
  }

  private Object afterRecovery(TransactionCallable<TenantSession, Object, RuntimeException> work) {
    aviary.recover();
    return acme.transactionResult(work);
  }
}
