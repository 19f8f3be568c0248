package dev.croft.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.Croft;
import dev.croft.connection.ConnectionPool;
import dev.croft.connection.Credentials;
import dev.croft.isolation.TenantId;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * What somebody who holds a session can get hold of by calling public methods of Croft's types, and
 * of what those return or hand to the work that they are given. jOOQ's types are where the walk
 * ends: what its configuration gives as a connection is for EscapeTest.
 */
class NoWayToTheSystemTest {
  private static final List<Class<?>> OUT_OF_REACH =
      List.of(
          SystemSession.class,
          SystemSessions.class,
          Sessions.class,
          ConnectionPool.class,
          Credentials.class,
          Croft.class,
          Connection.class,
          DataSource.class);

  @Test
  void a_tenant_session_leads_to_no_system_session_and_to_no_pool() {
    Set<Class<?>> reachable = reachableFrom(TenantSession.class);
    assertThat(reachable).contains(TenantId.class, Actor.class, TransactionOptions.class);
    assertThat(reachable).doesNotContainAnyElementsOf(OUT_OF_REACH);
  }

  @Test
  void a_system_session_leads_to_tenant_sessions_and_to_no_pool() {
    assertThat(reachableFrom(SystemSession.class))
        .contains(TenantSession.class, TenantReport.class)
        .doesNotContain(ConnectionPool.class, Credentials.class, Sessions.class);
  }

  @Test
  void the_walk_finds_what_there_is() {
    assertThat(reachableFrom(Croft.class)).contains(SystemSession.class, TenantSession.class);
    assertThat(reachableFrom(Sessions.class)).contains(TenantSession.class);
    assertThat(reachableFrom(SystemSessions.class)).contains(SystemSession.class);
    assertThat(reachableFrom(Callback.class)).contains(SystemSession.class);
    assertThat(reachableFrom(Holder.class)).contains(SystemSession.class);
  }

  /** Hands a session to what it is given. */
  @FunctionalInterface
  public interface Callback {
    /** Takes work. */
    void run(TransactionWork<SystemSession, Exception> work);
  }

  /** Holds a session in the open. */
  public static final class Holder {
    /** The session. */
    @SuppressWarnings("NullAway")
    public List<? extends SystemSession> held;
  }

  private static Set<Class<?>> reachableFrom(Class<?> start) {
    Set<Class<?>> found = new LinkedHashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      gives(open.pop())
          .flatMap(NoWayToTheSystemTest::classes)
          .filter(found::add)
          .filter(type -> type.getName().startsWith("dev.croft."))
          .forEach(open::push);
    }
    return found;
  }

  /** Results, parameters, which may be called back, exceptions and fields. */
  private static Stream<Type> gives(Class<?> type) {
    Stream<Type> methods =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getDeclaringClass().getName().startsWith("dev.croft."))
            .flatMap(NoWayToTheSystemTest::types);
    Stream<Type> fields = Arrays.stream(type.getFields()).map(Field::getGenericType);
    Stream<Type> parents = Stream.of(type.getGenericInterfaces());
    Stream<Type> parent = Stream.ofNullable(type.getGenericSuperclass());
    return Stream.of(methods, fields, parents, parent).flatMap(types -> types);
  }

  private static Stream<Type> types(Method method) {
    return Stream.concat(
        Stream.of(method.getGenericReturnType()),
        Stream.concat(
            Stream.of(method.getGenericParameterTypes()),
            Stream.of(method.getGenericExceptionTypes())));
  }

  private static Stream<Class<?>> classes(Type type) {
    return switch (type) {
      case Class<?> plain -> plain.isArray() ? classes(plain.getComponentType()) : Stream.of(plain);
      case ParameterizedType generic ->
          Stream.concat(
              classes(generic.getRawType()),
              Stream.of(generic.getActualTypeArguments()).flatMap(NoWayToTheSystemTest::classes));
      case WildcardType wildcard ->
          Stream.of(wildcard.getUpperBounds()).flatMap(NoWayToTheSystemTest::classes);
      case GenericArrayType array -> classes(array.getGenericComponentType());
      case TypeVariable<?> variable -> Stream.empty();
      default -> throw new IllegalStateException("a kind of type that nobody knew: " + type);
    };
  }
}
