package dev.croft.testkit;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.identity.User;
import dev.croft.identity.UserId;
import dev.croft.isolation.TenantId;
import dev.croft.session.SystemSession;
import dev.croft.session.TenantSession;
import java.lang.annotation.Annotation;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Resolves the parameters that {@link CroftTest} promises. */
final class CroftExtension implements ParameterResolver {
  private static final Set<Class<?>> ALWAYS =
      Set.of(
          Croft.class,
          CroftConfig.class,
          CroftDatabase.class,
          SystemSession.class,
          TenantSession.class);

  /** So that a constructor's parameters belong to the test, as those of its methods do. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return ALWAYS.contains(type)
        || (type == TenantId.class && parameter.isAnnotated(Tenant.class))
        || ((type == User.class || type == UserId.class) && parameter.isAnnotated(Member.class));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestDatabase test = TestDatabase.of(context);
    Class<?> type = parameter.getParameter().getType();
    if (type == TenantSession.class) {
      return test.tenant(annotation(parameter, Tenant.class, TENANT).value());
    }
    if (type == TenantId.class) {
      return test.database().tenantId(annotation(parameter, Tenant.class, TENANT).value());
    }
    if (type == User.class || type == UserId.class) {
      User person = member(test, annotation(parameter, Member.class, ""));
      return type == User.class ? person : person.id();
    }
    return lasting(parameter, type, test.lasting(type));
  }

  private static User member(TestDatabase test, Member member) {
    return test.database().member(member.name(), member.of());
  }

  private static Object lasting(ParameterContext parameter, Class<?> type, CroftDatabase database) {
    if (type == SystemSession.class) {
      return database.croft().system(annotation(parameter, Reason.class, REASON).value());
    }
    if (type == Croft.class) {
      return database.croft();
    }
    return type == CroftConfig.class ? database.config() : database;
  }

  private static final String TENANT =
      "There is no default tenant: name one, as in @Tenant(\"acme\") TenantSession acme.";
  private static final String REASON =
      "Say why, as in @Reason(\"compare two tenants\") SystemSession system.";

  private static <A extends Annotation> A annotation(
      ParameterContext parameter, Class<A> type, String advice) {
    return parameter
        .findAnnotation(type)
        .orElseThrow(
            () ->
                new TestkitException(
                    "A parameter was not resolved",
                    "%s has no @%s"
                        .formatted(
                            parameter.getParameter().getType().getSimpleName(),
                            type.getSimpleName()),
                    advice));
  }
}
