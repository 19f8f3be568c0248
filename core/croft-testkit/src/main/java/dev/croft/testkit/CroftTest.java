package dev.croft.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a migrated PostgreSQL and, as parameters of its constructor and methods, what
 * it needs there:
 *
 * <ul>
 *   <li>{@code @Tenant("acme") TenantSession}, or {@code TenantId}: a tenant, created on demand;
 *   <li>{@code @Member(of = "acme") User}, or {@code UserId}: a person who belongs to tenants;
 *   <li>{@code @Reason("…") SystemSession}: work across tenants;
 *   <li>{@code Croft}, {@code CroftConfig}: for code that takes or opens its own;
 *   <li>{@link CroftDatabase}: all of it.
 * </ul>
 *
 * <p>The changelog is applied once per JVM; each test works on a copy. Which server it is, the
 * environment decides as for {@link dev.croft.postgres.PostgresServer}: without further ado one
 * that is embedded. Nested classes share what their outermost annotated class says. Tests may run
 * in parallel.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CroftExtension.class)
public @interface CroftTest {
  /** The path of the changelog on the class path, such as {@code db/changelog.xml}. */
  String changelog();

  /** What a test gets that no other test has touched. */
  Fresh fresh() default Fresh.DATABASE_PER_TEST;
}
