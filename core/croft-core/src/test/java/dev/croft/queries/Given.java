package dev.croft.queries;

import dev.croft.access.PermissionName;
import dev.croft.access.RoleId;
import dev.croft.audit.AuditObject;
import dev.croft.audit.NewAuditEntry;
import dev.croft.authentication.NewUserSession;
import dev.croft.authentication.PasswordHash;
import dev.croft.billing.LimitName;
import dev.croft.billing.Maximum;
import dev.croft.billing.Period;
import dev.croft.billing.PlanId;
import dev.croft.billing.PlanPriceId;
import dev.croft.billing.ProviderReference;
import dev.croft.billing.SubscriptionId;
import dev.croft.federation.EncryptedSecret;
import dev.croft.federation.SsoConnectionId;
import dev.croft.fixture.Village;
import dev.croft.identity.UserId;
import dev.croft.invitation.InvitationId;
import dev.croft.isolation.TenantId;
import dev.croft.paging.PageRequest;
import dev.croft.placement.Tier;
import dev.croft.preference.Preferences;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Arguments for every method of a repository: rows need not be found for SQL to be sent. */
final class Given {
  private final Map<Type, Object> values = new HashMap<>();

  Given(Village village) {
    values.put(TenantId.class, village.acmeId());
    values.put(UserId.class, village.ann().id());
    values.put(UUID.class, UUID.randomUUID());
    values.put(String.class, "some");
    values.put(PageRequest.class, PageRequest.first(5));
    values.put(PermissionName.class, PermissionName.of("user", "read"));
    values.put(PasswordHash.class, new PasswordHash("$a$cost$saltsaltsaltsaltsaltsalt"));
    values.put(LimitName.class, new LimitName("todos"));
    values.put(Maximum.class, Maximum.of(5));
    values.put(URI.class, URI.create("https://example.com/a.png"));
    values.put(Locale.class, Locale.ENGLISH);
    values.put(Duration.class, Duration.ofHours(1));
    values.put(Instant.class, Instant.now().plus(Duration.ofDays(1)));
    values.put(LocalDate.class, LocalDate.EPOCH);
    values.put(
        NewAuditEntry.class,
        NewAuditEntry.of("role:read", new AuditObject("role", UUID.randomUUID())));
    values.put(
        NewUserSession.class,
        new NewUserSession(
            village.bob().id(), Duration.ofHours(1), Optional.empty(), Optional.empty()));
    values.put(Period.class, new Period(Instant.EPOCH, Instant.now()));
    values.put(ProviderReference.class, new ProviderReference("stripe", "some"));
    values.put(EncryptedSecret.class, EncryptedSecret.of(new byte[8]));
    values.put(Preferences.class, Preferences.defaults());
    values.put(Tier.class, Tier.INSTANCE);
    values.put(RoleId.class, new RoleId(id(village, "auth.roles")));
    values.put(InvitationId.class, new InvitationId(id(village, "public.invitations")));
    values.put(SubscriptionId.class, new SubscriptionId(id(village, "billing.subscriptions")));
    values.put(SsoConnectionId.class, new SsoConnectionId(id(village, "auth.sso_connections")));
    values.put(PlanPriceId.class, new PlanPriceId(id(village, "billing.plan_prices")));
    values.put(PlanId.class, new PlanId(id(village, "billing.plans")));
    values.put(long.class, 1L);
    values.put(int.class, 1);
    values.put(boolean.class, true);
    values.put(byte[].class, new byte[32]);
  }

  Object value(Type type) throws ReflectiveOperationException {
    Object value = values.get(type);
    return value == null ? made(type) : value;
  }

  private Object made(Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      return collection(generic);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    return plain.isSealed() ? value(plain.getPermittedSubclasses()[0]) : instance(plain);
  }

  private Object collection(ParameterizedType type) throws ReflectiveOperationException {
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw == Map.class) {
      return Map.of();
    }
    Object element = value(type.getActualTypeArguments()[0]);
    return raw == Optional.class
        ? Optional.of(element)
        : raw == Set.class ? Set.of(element) : List.of(element);
  }

  private Object instance(Class<?> record) throws ReflectiveOperationException {
    RecordComponent[] components = record.getRecordComponents();
    Constructor<?> canonical =
        record.getDeclaredConstructor(
            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    canonical.setAccessible(true);
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      arguments[i] = value(components[i].getGenericType());
    }
    return canonical.newInstance(arguments);
  }

  /** Of the first row, which is acme's where rows are of tenants. */
  private static UUID id(Village village, String table) {
    try (Connection connection = village.database().connect(village.database().superuser());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select id from " + table + " order by 1")) {
      rows.next();
      return rows.getObject(1, UUID.class);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
