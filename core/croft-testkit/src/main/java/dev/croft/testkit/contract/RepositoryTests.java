package dev.croft.testkit.contract;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.croft.session.TenantSession;
import dev.croft.testkit.contract.IsolationContract.RepositoryFactory;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;

/** Every public method of every repository, called on rows of the other tenant. */
final class RepositoryTests {
  private final Grounds grounds;
  private final Map<Class<?>, Function<Owner, ?>> said;

  private final Map<Class<?>, String> subjects;

  private RepositoryTests(
      Grounds grounds, Map<Class<?>, Function<Owner, ?>> said, Map<Class<?>, String> subjects) {
    this.grounds = grounds;
    this.said = said;
    this.subjects = subjects;
  }

  static Stream<DynamicNode> of(
      Grounds grounds,
      List<RepositoryFactory> factories,
      Map<Class<?>, Function<Owner, ?>> said,
      Map<Class<?>, String> subjects) {
    RepositoryTests tests = new RepositoryTests(grounds, said, subjects);
    return factories.stream().map(tests::of);
  }

  private DynamicNode of(RepositoryFactory factory) {
    World world = grounds.world(Setting.ALL_FENCES);
    TenantSession session = world.session(grounds.mine());
    Class<?> type = factory.in(session, world.surroundings()).getClass();
    Nobody nobody = new Nobody(grounds.mine());
    Findings findings = new Findings(grounds, nobody);
    Names names = new Names(Catalogue.byName(grounds.tables()), subjects);
    Arguments arguments = new Arguments(names, said, findings);
    Repository repository = new Repository(grounds, factory, type, methods(type), arguments);
    MethodTests tests = new MethodTests(grounds, repository, findings, nobody);
    return dynamicContainer(
        type.getSimpleName(), repository.methods().stream().map(method -> of(tests, method)));
  }

  private static DynamicNode of(MethodTests tests, Method method) {
    Stream<DynamicNode> fenced =
        Stream.of(Setting.ALL_FENCES, Setting.PREDICATES_ALONE, Setting.ROW_SECURITY_ALONE)
            .flatMap(setting -> of(tests, method, setting));
    DynamicNode own =
        dynamicTest(
            "does to a tenant's own row what it does not to another's",
            () -> tests.reachesItsOwn(method));
    return dynamicContainer(name(null, method), Stream.concat(fenced, Stream.of(own)));
  }

  private static Stream<DynamicNode> of(MethodTests tests, Method method, Setting setting) {
    return Stream.of(
        dynamicTest(
            "tells a row of another tenant from one that never was by nothing, " + setting,
            () -> tests.learnsNothing(method, setting)),
        dynamicTest(
            "ends as if there were no other tenant, " + setting,
            () -> tests.ignoresTheOther(method, setting)));
  }

  private static List<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .sorted(Comparator.comparing(method -> name(null, method)))
        .toList();
  }

  /** As code would call it: {@code TodoRepository.find(TodoId)}; the type may be left out. */
  static String name(@Nullable Class<?> type, Method method) {
    String parameters =
        Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).collect(joining(", "));
    String owner = type == null ? "" : type.getSimpleName() + ".";
    return "%s%s(%s)".formatted(owner, method.getName(), parameters);
  }
}
