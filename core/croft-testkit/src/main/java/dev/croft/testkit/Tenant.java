package dev.croft.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The tenant of a {@code TenantSession} or {@code TenantId} parameter, created when it is first
 * named. Two parameters with one name are one tenant.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Tenant {
  /** The name of the tenant in URLs: lower-case letters, digits and single hyphens. */
  String value();
}
