package dev.croft.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.access.PermissionName;
import dev.croft.audit.AuditObject;
import dev.croft.audit.NewAuditEntry;
import dev.croft.authentication.PasswordHash;
import dev.croft.connection.Access;
import dev.croft.connection.ConnectionPool;
import dev.croft.connection.Lease;
import dev.croft.connection.PoolState;
import dev.croft.connection.ServerSettings;
import dev.croft.doctor.Examination;
import dev.croft.doctor.Finding;
import dev.croft.doctor.Severity;
import dev.croft.federation.EncryptedSecret;
import dev.croft.fixture.Figures;
import dev.croft.isolation.Caller;
import dev.croft.isolation.ScopedTable;
import dev.croft.isolation.StatementRun;
import dev.croft.isolation.TableScope;
import dev.croft.json.JsonbConverter;
import dev.croft.paging.Cursor;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.schema.auth.Tables;
import dev.croft.sealing.Sealing;
import dev.croft.sealing.SealingKey;
import dev.croft.session.Actor;
import dev.croft.session.SystemSession;
import dev.croft.session.TenantSession;
import dev.croft.session.TransactionOptions;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Path;
import org.jooq.Record;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * No public type shows a value by its {@code toString}. One that has a {@code toString} of its own
 * needs an instance here; records of the domain and of tables are filled by reflection. What
 * exceptions say is searched where they are thrown.
 */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicTypesTest {
  private static final AuditObject AUDIT_OBJECT = new AuditObject("fence", new UUID(0, 1));
  private static final String ID = "AQAAAAAAAAAAAAAAAAAAAAA";

  private final Map<Class<?>, Object> instances = new HashMap<>();
  private Aviary aviary;

  @BeforeAll
  void moveIn() {
    aviary = new Aviary();
    add(CroftConfig.class, aviary.config());
    Examination examination = Croft.examine(aviary.config());
    add(Examination.class, examination);
    add(Finding.class, new Finding("rule", Severity.ERROR, "object", "it is", "because", "sql"));
    add(TenantSession.class, aviary.acme());
    add(SystemSession.class, aviary.system());
    add(Actor.class, aviary.village().ann().id().actor());
    add(AuditObject.class, AUDIT_OBJECT);
    Caller caller = new Caller("RoleRepository", "find");
    add(Caller.class, caller);
    add(
        StatementRun.class,
        new StatementRun(
            Optional.empty(), caller, "select 1", Duration.ZERO, OptionalLong.empty(), false));
    addLease();
    add(NewAuditEntry.class, NewAuditEntry.of("fence:mend", AUDIT_OBJECT).because("canarium"));
    add(PermissionName.class, PermissionName.of("user", "read"));
    add(
        PasswordHash.class,
        new PasswordHash("$canarium$" + Canary.WORD.repeat(2) + "$" + Canary.WORD.repeat(3)));
    add(EncryptedSecret.class, EncryptedSecret.of(Canary.WORD.getBytes(UTF_8)));
    add(Cursor.class, new Cursor(ID));
    add(PageRequest.class, PageRequest.first(3).after(new Cursor(ID)));
    add(JsonbConverter.class, JsonbConverter.of(Canary.class));
    add(Page.class, new Page<>(List.of(aviary.village().ann()), Optional.empty()));
    add(ServerSettings.class, ServerSettings.defaults());
    add(PoolState.class, new PoolState(Access.RUNTIME, "app", 10, 0, 0, 0));
    add(TransactionOptions.class, TransactionOptions.defaults());
    SealingKey key = SealingKey.of("key", Canary.WORD.repeat(4).getBytes(UTF_8));
    add(SealingKey.class, key);
    add(Sealing.class, Sealing.with(key));
    Stream.of(Tables.ROLES, Tables.PERMISSIONS).forEach(this::addScope);
    addScope(dev.croft.schema.public_.Tables.USERS);
    addScope(dev.croft.schema.admin.Tables.AUDIT_LOG);
  }

  private void addLease() {
    try (ConnectionPool pool = ConnectionPool.open(aviary.config().connections(), Access.RUNTIME)) {
      Lease lease = pool.lease();
      add(Lease.class, lease);
      pool.giveBackProven(lease.connection());
    }
  }

  private void addScope(ScopedTable table) {
    TableScope scope = table.scope();
    add(scope.getClass(), scope);
  }

  private void add(Class<?> type, Object instance) {
    instances.put(type, instance);
  }

  @AfterAll
  void moveOut() {
    aviary.close();
  }

  private static Stream<Class<?>> publicTypes() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> location.contains("croft-core"))
            .importPackages("dev.croft")
            .stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(PublicTypesTest::canShowValues)
            .map(JavaClass::reflect)
            .filter(PublicTypesTest::isReachable);
  }

  /** What is nested in an interface is public, however hidden the interface is. */
  private static boolean isReachable(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return around == null || (Modifier.isPublic(around.getModifiers()) && isReachable(around));
  }

  private static boolean canShowValues(JavaClass type) {
    return !type.isInterface()
        && !type.isEnum()
        && !type.isAssignableTo(Path.class)
        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
        && !type.isAssignableTo(Throwable.class);
  }

  @TestFactory
  Stream<DynamicTest> to_string_shows_no_value() {
    return publicTypes()
        .filter(PublicTypesTest::showsItself)
        .map(type -> DynamicTest.dynamicTest(type.getName(), () -> search(type)));
  }

  private static boolean showsItself(Class<?> type) {
    try {
      return !type.getMethod("toString").getDeclaringClass().equals(Object.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private void search(Class<?> type) throws ReflectiveOperationException {
    String text = instance(type).toString();
    Figures.add("leaks: texts searched", 1);
    assertThat(Canary.in(text)).as(text).isEmpty();
  }

  private Object instance(Class<?> type) throws ReflectiveOperationException {
    if (instances.containsKey(type)) {
      return instances.get(type);
    }
    if (Record.class.isAssignableFrom(type)) {
      return row((Record) type.getConstructor().newInstance());
    }
    if (type.isRecord()) {
      return Filled.value(type);
    }
    return generated(type);
  }

  private static Record row(Record row) {
    for (Field<?> field : row.fields()) {
      fill(row, field);
    }
    assertThat(row.intoList()).anyMatch(value -> value != null);
    return row;
  }

  private static <T> void fill(Record row, Field<T> field) {
    row.set(field, field.getType().cast(Filled.value(field.getType())));
  }

  /** Tables, schemas and their like show names. */
  private static Object generated(Class<?> type) throws ReflectiveOperationException {
    assertThat(type.getName()).as("no instance in this suite").startsWith("dev.croft.schema.");
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 0 && constructor.trySetAccessible()) {
        return constructor.newInstance();
      }
    }
    throw new IllegalStateException("no constructor of " + type);
  }

  @Test
  void values_that_are_filled_in_would_be_found() {
    record Talkative(String name) {}

    assertThat(Canary.in(Filled.instance(Talkative.class).toString())).isPresent();
  }
}
