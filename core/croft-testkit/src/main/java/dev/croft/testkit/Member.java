package dev.croft.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The person of a {@code User} or {@code UserId} parameter: a member of tenants, created on demand.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Member {
  /** The tenants that the person belongs to, as {@link Tenant} names them. */
  String[] of();

  /** Tells the people of a test apart. Two parameters with one name are one person. */
  String name() default "member";
}
