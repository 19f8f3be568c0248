package dev.croft.leaks;

import static dev.croft.leaks.Canary.WORD;
import static dev.croft.schema.public_.Tables.USERS;
import static org.jooq.impl.DSL.val;

import dev.croft.exception.CheckException;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.exception.StatementException;
import dev.croft.identity.NewTenant;
import dev.croft.identity.SystemMembershipRepository;
import dev.croft.identity.SystemUserRepository;
import dev.croft.identity.Tenant;
import dev.croft.identity.TenantRepository;
import dev.croft.identity.User;
import dev.croft.identity.UserId;
import dev.croft.isolation.TenantId;
import dev.croft.session.SystemSession;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What a system session may do that no tenant session may. */
final class SystemScenes {
  private final Aviary aviary;
  private final SystemSession system;

  SystemScenes(Aviary aviary) {
    this.aviary = aviary;
    this.system = aviary.system();
  }

  Stream<Scene> all() {
    return Stream.of(plainSql(), functions(), repositories()).flatMap(scenes -> scenes);
  }

  private Stream<Scene> plainSql() {
    return Stream.of(
        plain("a syntax error at a literal", "select 'canarium' 'canarium'"),
        plain("a literal without an end", "select 'canarium"),
        plain("a cast", "select ?::integer"),
        plain("a cast to the name of a table", "select (?::text)::regclass"),
        plain("an error raised with a value", "do $$ begin raise exception 'canarium'; end $$"));
  }

  private Scene plain(String name, String sql) {
    return Scene.fails(
        name,
        StatementException.class,
        () -> sql.contains("?") ? system.dsl().fetch(sql, WORD) : system.dsl().execute(sql));
  }

  private Stream<Scene> functions() {
    return Stream.of(
        failing(
            "a text search", DSL.function("to_tsquery", SQLDataType.VARCHAR, val("canarium & ("))),
        failing(
            "a path into JSON",
            DSL.function(
                "jsonb_path_query_first",
                SQLDataType.JSONB,
                val(JSONB.valueOf("{}")),
                DSL.cast(val("$.canarium[("), StatementScenes.type("jsonpath")))),
        failing(
            "a setting's name", DSL.function("current_setting", SQLDataType.VARCHAR, val(WORD))),
        Scene.fails(
            "a batch of statements that fails in its middle",
            CheckException.class,
            () ->
                system
                    .dsl()
                    .batch(
                        system.dsl().update(USERS).set(USERS.VERSION, USERS.VERSION.plus(1)),
                        system.dsl().update(USERS).set(USERS.EMAIL_ADDRESS, "canarium at home"))
                    .execute()));
  }

  private Scene failing(String name, Field<?> value) {
    return Scene.fails(name, StatementException.class, () -> system.dsl().select(value).fetch());
  }

  private Stream<Scene> repositories() {
    TenantRepository tenants = TenantRepository.in(system);
    SystemUserRepository users = SystemUserRepository.in(system);
    return Stream.of(
        Scene.succeeds("a tenant by slug", () -> tenants.findBySlug("canarium-acme")),
        Scene.succeeds(
            "a person by address", () -> users.findByEmailAddress("Canarium.Ann@example.com")),
        Scene.fails(
            "a slug that is taken",
            DuplicateKeyException.class,
            () -> tenants.create(new NewTenant("Canarium", "canarium-acme"))),
        Scene.fails(
            "a slug that is none",
            CheckException.class,
            () -> tenants.create(new NewTenant("Canarium", "Canarium !"))),
        Scene.fails(
            "a tenant that is not there",
            NotFoundException.class,
            () -> tenants.get(new TenantId(UUID.randomUUID()))),
        Scene.fails(
            "a tenant that has changed",
            StaleVersionException.class,
            () -> {
              Tenant tenant = tenants.get(aviary.village().globexId());
              tenants.update(tenant.renamed("Canarium again"));
              return tenants.update(tenant.renamed("Canarium too late"));
            }),
        Scene.fails(
            "an address that is taken",
            DuplicateKeyException.class,
            () -> users.create("CANARIUM.ann@example.com")),
        Scene.fails(
            "an address that is none",
            CheckException.class,
            () -> users.create("canarium at home")),
        Scene.fails(
            "a person who has changed",
            StaleVersionException.class,
            () -> {
              User eve = users.find(aviary.village().eve().id()).orElseThrow();
              users.update(eve.reachableAt("canarium.eva@example.com"));
              return users.update(eve.reachableAt("canarium.evi@example.com"));
            }),
        Scene.fails(
            "a member who is nobody",
            ForeignKeyException.class,
            () ->
                SystemMembershipRepository.in(system)
                    .create(aviary.village().acmeId(), new UserId(UUID.randomUUID()))),
        Scene.fails(
            "a reason that text cannot hold",
            StatementException.class,
            () -> aviary.croft().system("canarium\0")),
        Scene.succeeds("all people", () -> system.dsl().selectFrom(USERS).fetch()));
  }
}
