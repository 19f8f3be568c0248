package dev.croft.testkit;

import dev.croft.session.TenantSession;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The database of one test, made when the first parameter asks for it and kept as long as {@link
 * Fresh} says.
 *
 * @param keeper the class or test that the database ends with
 */
record TestDatabase(CroftTest settings, ExtensionContext keeper, ExtensionContext context) {
  private static final Namespace NAMESPACE = Namespace.create(CroftTest.class);

  static TestDatabase of(ExtensionContext context) {
    ExtensionContext home = outermostAnnotated(context);
    CroftTest settings = settings(home).orElseThrow();
    if (settings.fresh() != Fresh.DATABASE_PER_TEST) {
      return new TestDatabase(settings, home, context);
    }
    if (context.getTestMethod().isEmpty()) {
      throw new TestkitException(
          "A parameter was not resolved",
          "it is for all tests of %s, each of which has a database of its own"
              .formatted(context.getRequiredTestClass().getSimpleName()),
          "Move it to @BeforeEach or the test, or choose fresh = Fresh.DATABASE_PER_CLASS.");
    }
    return new TestDatabase(settings, context, context);
  }

  private static ExtensionContext outermostAnnotated(ExtensionContext context) {
    ExtensionContext found = context;
    for (ExtensionContext each = context;
        each.getTestClass().isPresent();
        each = each.getParent().orElseThrow()) {
      if (each.getTestMethod().isEmpty() && settings(each).isPresent()) {
        found = each;
      }
    }
    return found;
  }

  private static Optional<CroftTest> settings(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), CroftTest.class);
  }

  CroftDatabase database() {
    return kept(keeper, CroftDatabase.class, () -> CroftDatabase.of(settings.changelog()));
  }

  TenantSession tenant(String name) {
    if (settings.fresh() != Fresh.TRANSACTION_PER_TEST) {
      return database().tenant(name);
    }
    if (context.getTestMethod().isEmpty()) {
      throw refused("its transaction would belong to no test");
    }
    return kept(context, TenantTransactions.class, () -> new TenantTransactions(pool()))
        .session(database().tenantId(name));
  }

  private TenantTransactions.Pool pool() {
    CroftDatabase database = database();
    return kept(keeper, TenantTransactions.Pool.class, () -> new TenantTransactions.Pool(database));
  }

  /** The database, for what is not undone at the end of a test. */
  CroftDatabase lasting(Class<?> parameter) {
    if (settings.fresh() == Fresh.TRANSACTION_PER_TEST) {
      throw refused("what is done through a %s would stay".formatted(parameter.getSimpleName()));
    }
    return database();
  }

  private static TestkitException refused(String facts) {
    return new TestkitException(
        "A parameter was not resolved in a class with a transaction per test",
        facts,
        "Choose fresh = Fresh.DATABASE_PER_TEST or Fresh.DATABASE_PER_CLASS.");
  }

  /** One that an enclosing context keeps under the same id is not another one's. */
  private static <T> T kept(ExtensionContext keeper, Class<T> type, Supplier<T> supplier) {
    return keeper
        .getStore(NAMESPACE)
        .computeIfAbsent(type.getName() + keeper.getUniqueId(), key -> supplier.get(), type);
  }
}
