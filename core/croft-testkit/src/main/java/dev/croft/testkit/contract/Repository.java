package dev.croft.testkit.contract;

import dev.croft.session.TenantSession;
import dev.croft.testkit.contract.IsolationContract.RepositoryFactory;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;

/** A repository of the application, and how its methods are called. */
record Repository(
    Grounds grounds,
    RepositoryFactory factory,
    Class<?> type,
    List<Method> methods,
    Arguments arguments) {

  /**
   * One call that was made.
   *
   * @param changed what it changed, by table and tenant
   */
  record Call(List<Object> arguments, Outcome outcome, Set<String> changed) {}

  /** Calls as {@code side}, for good: what it changes is looked at, and undone. */
  Call call(Setting setting, Side side, Method method, Variant variant) {
    List<Object> given = arguments.of(type, method, variant);
    World world = grounds.world(setting);
    Outcome outcome = invoke(world, world.session(side), method, given);
    Set<String> changed = world.changes();
    grounds.undo(setting, changed);
    return new Call(given, outcome, changed);
  }

  private Outcome invoke(World world, TenantSession session, Method method, List<Object> given) {
    Object repository = factory.in(session, world.surroundings());
    method.setAccessible(true);
    return Outcome.of(() -> method.invoke(repository, given.toArray()));
  }

  String name(Method method) {
    return RepositoryTests.name(type, method);
  }
}
