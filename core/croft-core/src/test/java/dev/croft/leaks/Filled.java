package dev.croft.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.croft.access.PermissionName;
import dev.croft.billing.LimitName;
import dev.croft.billing.Period;
import dev.croft.billing.ProviderReference;
import dev.croft.connection.Credentials;
import dev.croft.connection.DatabaseAddress;
import dev.croft.connection.PoolSettings;
import dev.croft.connection.SecretArn;
import dev.croft.connection.ServerSettings;
import dev.croft.federation.EncryptedSecret;
import dev.croft.preference.Preferences;
import dev.croft.session.Actor;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.JSONB;
import org.postgresql.ds.PGSimpleDataSource;

/** Records with a canary wherever one fits. */
final class Filled {
  private static final String ARN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:app";

  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(String.class, Canary.WORD),
          Map.entry(String[].class, new String[] {Canary.WORD}),
          Map.entry(Object.class, Canary.WORD),
          Map.entry(byte[].class, Canary.WORD.getBytes(UTF_8)),
          Map.entry(JSONB.class, JSONB.valueOf("[\"canarium\"]")),
          Map.entry(BigDecimal.class, BigDecimal.valueOf(Canary.NUMBER)),
          Map.entry(Credentials.class, Aviary.secret("app")),
          Map.entry(DatabaseAddress.class, new DatabaseAddress("localhost", 5432, "village")),
          Map.entry(PoolSettings.class, PoolSettings.defaults()),
          Map.entry(ServerSettings.class, ServerSettings.defaults()),
          Map.entry(SecretArn.class, new SecretArn(ARN)),
          Map.entry(DataSource.class, new PGSimpleDataSource()),
          Map.entry(PermissionName.class, PermissionName.of("user", "read")),
          Map.entry(LimitName.class, new LimitName("todos")),
          Map.entry(ProviderReference.class, new ProviderReference("stripe", Canary.WORD)),
          Map.entry(Period.class, new Period(Instant.EPOCH, Instant.EPOCH.plusSeconds(1))),
          Map.entry(Preferences.class, Preferences.defaults()),
          Map.entry(URI.class, URI.create("https://example.com/" + Canary.WORD)),
          Map.entry(Actor.class, Actor.service("nightly")),
          Map.entry(Optional.class, Optional.empty()),
          Map.entry(Map.class, Map.of()),
          Map.entry(Duration.class, Duration.ofSeconds(60)),
          Map.entry(List.class, List.of()),
          Map.entry(Set.class, Set.of()),
          Map.entry(UUID.class, new UUID(0, 1)),
          Map.entry(Instant.class, Instant.EPOCH),
          Map.entry(LocalDate.class, LocalDate.EPOCH),
          Map.entry(EncryptedSecret.class, EncryptedSecret.of(Canary.WORD.getBytes(UTF_8))),
          Map.entry(Boolean.class, true),
          Map.entry(boolean.class, true),
          Map.entry(Long.class, 1L),
          Map.entry(long.class, 1L),
          Map.entry(Integer.class, 1),
          Map.entry(int.class, 1));

  private Filled() {}

  static Object value(Class<?> type) {
    if (VALUES.containsKey(type)) {
      return VALUES.get(type);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return type.isSealed() ? value(type.getPermittedSubclasses()[0]) : instance(type);
  }

  /** An instance of a record, all of whose components can be filled. */
  static Object instance(Class<?> record) {
    try {
      RecordComponent[] components = record.getRecordComponents();
      Class<?>[] types =
          Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> canonical = record.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical.newInstance(Stream.of(types).map(Filled::value).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("add an instance of " + record, e);
    }
  }
}
