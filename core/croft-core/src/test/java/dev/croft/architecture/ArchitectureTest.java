package dev.croft.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.PlainSQL;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages, and the calls that nobody makes. */
class ArchitectureTest {
  private static final String[] MIGRATIONS = {
    "dev.croft.migrations..",
    "dev.croft.postgres..",
    "dev.croft.seeding..",
    "dev.croft.lint..",
    "dev.croft.analysis..",
    "dev.croft.documentation.."
  };
  private static final String CODEGEN = "dev.croft.codegen..";
  private static final String[] BELOW_CORE =
      Stream.concat(Stream.of(CODEGEN), Stream.of(MIGRATIONS)).toArray(String[]::new);

  private static final JavaClasses CROFT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.croft");

  private static final JavaClasses TESTS =
      new ClassFileImporter().importPackagesOf(ArchitectureTest.class);

  @Test
  void all_three_modules_are_examined() {
    assertThat(CROFT.contain("dev.croft.Croft")).isTrue();
    assertThat(CROFT.contain("dev.croft.codegen.Codegen")).isTrue();
    assertThat(CROFT.contain("dev.croft.migrations.Migrator")).isTrue();
  }

  @Test
  void migrations_depend_on_nothing_above_them() {
    noClasses()
        .that()
        .resideInAnyPackage(MIGRATIONS)
        .should()
        .dependOnClassesThat(croftOutside(MIGRATIONS))
        .check(CROFT);
  }

  @Test
  void codegen_depends_on_migrations_only() {
    noClasses()
        .that()
        .resideInAPackage(CODEGEN)
        .should()
        .dependOnClassesThat(croftOutside(BELOW_CORE))
        .check(CROFT);
  }

  @Test
  void core_depends_neither_on_codegen_nor_on_migrations() {
    noClasses()
        .that(core())
        .should()
        .dependOnClassesThat(resideInAnyPackage(BELOW_CORE))
        .check(CROFT);
  }

  private static DescribedPredicate<JavaClass> croftOutside(String... packages) {
    return resideInAPackage("dev.croft..").and(not(resideInAnyPackage(packages)));
  }

  private static DescribedPredicate<JavaClass> core() {
    return croftOutside(BELOW_CORE);
  }

  @Test
  void packages_form_no_cycles() {
    slices().matching("dev.croft.(*)..").should().beFreeOfCycles().check(CROFT);
  }

  @Test
  void nothing_but_isolation_and_session_builds_a_jooq_configuration() {
    configurationsAreBuiltInTheirPlace().check(CROFT);
  }

  private static ArchRule configurationsAreBuiltInTheirPlace() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("dev.croft.isolation..", "dev.croft.session..")
        .and(areNot("dev.croft.codegen.TableClasses"))
        .should()
        .callMethodWhere(
            describe(
                "makes a DSLContext of its own",
                call ->
                    call.getTargetOwner().isEquivalentTo(DSL.class)
                        && call.getName().equals("using")))
        .orShould()
        .callConstructorWhere(
            describe(
                "makes a jOOQ configuration",
                call -> call.getTargetOwner().isAssignableTo(Configuration.class)));
  }

  @Test
  void nothing_but_generated_classes_calls_plain_sql() {
    plainSqlIsNotCalled().check(CROFT);
  }

  private static ArchRule plainSqlIsNotCalled() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("dev.croft.schema..")
        .and(areNot("dev.croft.codegen.Catalogue"))
        .should()
        .callMethodWhere(describe("takes plain SQL", ArchitectureTest::takesPlainSql));
  }

  /** The named places: a build reads the catalogue there, with no tenant in sight. */
  private static DescribedPredicate<JavaClass> areNot(String reader) {
    return not(describe("are " + reader, type -> type.getName().equals(reader)));
  }

  private static boolean takesPlainSql(JavaMethodCall call) {
    return call.getTarget()
        .resolveMember()
        .filter(method -> method.isAnnotatedWith(PlainSQL.class))
        .isPresent();
  }

  @Test
  void the_rules_find_what_they_look_for() {
    assertThatThrownBy(() -> configurationsAreBuiltInTheirPlace().check(TESTS))
        .hasMessageContaining("Offender");
    assertThatThrownBy(() -> plainSqlIsNotCalled().check(TESTS)).hasMessageContaining("Offender");
  }

  /** Breaks the rules, so that a rule that finds nothing is noticed. */
  @SuppressWarnings("unused")
  private static final class Offender {
    Object configuration() {
      return DSL.using(new DefaultConfiguration());
    }

    Object plainSql() {
      return DSL.field("now()");
    }
  }

  @Test
  void every_package_is_null_marked() {
    assertThat(CROFT.stream().filter(type -> !type.getPackageName().contains(".schema")))
        .allMatch(type -> type.getPackage().isAnnotatedWith(NullMarked.class));
  }
}
