package dev.croft.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The testkit stands on core; nothing that runs in production stands on it. */
class ArchitectureTest {
  private static final String TESTKIT = "dev.croft.testkit..";

  private static final JavaClasses CROFT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.croft");

  @Test
  void the_testkit_and_core_are_examined() {
    assertThat(CROFT.contain("dev.croft.testkit.CroftTest")).isTrue();
    assertThat(CROFT.contain("dev.croft.Croft")).isTrue();
  }

  @Test
  void nothing_depends_on_the_testkit() {
    noClasses()
        .that(DescribedPredicate.not(resideInAPackage(TESTKIT)))
        .should()
        .dependOnClassesThat(resideInAPackage(TESTKIT))
        .check(CROFT);
  }

  @Test
  void its_packages_form_no_cycles() {
    slices().matching("dev.croft.testkit.(**)").should().beFreeOfCycles().check(CROFT);
  }

  @Test
  void work_across_tenants_is_in_one_place() {
    noClasses()
        .that(resideInAPackage(TESTKIT))
        .and(DescribedPredicate.not(named("Registrar")))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "write across tenants",
                type ->
                    type.getSimpleName().startsWith("System")
                        && type.getSimpleName().endsWith("Repository")))
        .check(CROFT);
  }

  private static DescribedPredicate<JavaClass> named(String name) {
    return DescribedPredicate.describe("is " + name, type -> type.getSimpleName().equals(name));
  }

  @Test
  void every_package_is_null_marked() {
    assertThat(CROFT.stream().filter(type -> type.getPackageName().startsWith("dev.croft.testkit")))
        .isNotEmpty()
        .allMatch(type -> type.getPackage().isAnnotatedWith(NullMarked.class));
  }
}
