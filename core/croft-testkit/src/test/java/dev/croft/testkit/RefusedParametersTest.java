package dev.croft.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.croft.Croft;
import dev.croft.access.RoleRepository;
import dev.croft.isolation.TenantId;
import dev.croft.session.SystemSession;
import dev.croft.session.TenantSession;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What cannot be given is refused with what to write instead; and what is shared is counted. */
class RefusedParametersTest {
  private static TestExecutionSummary run(Class<?> sample) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(sample))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .build();
    LauncherFactory.create().execute(request, summary);
    return summary.getSummary();
  }

  private static String failureOf(Class<?> sample) {
    TestExecutionSummary summary = run(sample);
    assertThat(summary.getFailures()).hasSize(1);
    return String.valueOf(summary.getFailures().getFirst().getException().getMessage());
  }

  @CroftTest(changelog = "no/such.xml")
  static class MissingChangelogSample {
    @Test
    void test(@Tenant("acme") TenantSession acme) {
      RoleRepository.in(acme).create("keeper");
    }
  }

  @Test
  void a_changelog_that_is_missing_is_named() {
    assertThat(failureOf(MissingChangelogSample.class)).contains("no/such.xml");
  }

  @CroftTest(changelog = "croft/changelog.xml")
  static class NamelessTenantSample {
    @Test
    void test(TenantSession nameless) {
      RoleRepository.in(nameless).create("keeper");
    }
  }

  @Test
  void there_is_no_default_tenant() {
    assertThat(failureOf(NamelessTenantSample.class))
        .endsWith(
            "A parameter was not resolved: TenantSession has no @Tenant. There is no default"
                + " tenant: name one, as in @Tenant(\"acme\") TenantSession acme.");
  }

  @CroftTest(changelog = "croft/changelog.xml", fresh = Fresh.TRANSACTION_PER_TEST)
  static class LastingWorkSample {
    @Test
    void test(@Reason("look") SystemSession system) {
      assertThat(system.reason()).isEqualTo("look");
    }
  }

  @Test
  void what_would_stay_is_refused_where_tests_are_rolled_back() {
    assertThat(failureOf(LastingWorkSample.class))
        .endsWith(
            "A parameter was not resolved in a class with a transaction per test: what is done"
                + " through a SystemSession would stay. Choose fresh = Fresh.DATABASE_PER_TEST or"
                + " Fresh.DATABASE_PER_CLASS.");
  }

  @CroftTest(changelog = "croft/changelog.xml")
  static class ForAllTestsSample {
    @BeforeAll
    static void prepare(Croft croft) {}

    @Test
    void test() {}
  }

  @Test
  void a_parameter_for_all_tests_of_a_class_needs_a_database_for_all_of_them() {
    assertThat(failureOf(ForAllTestsSample.class))
        .endsWith(
            "A parameter was not resolved: it is for all tests of ForAllTestsSample, each of which"
                + " has a database of its own. Move it to @BeforeEach or the test, or choose fresh"
                + " = Fresh.DATABASE_PER_CLASS.");
  }

  @CroftTest(changelog = "croft/changelog.xml", fresh = Fresh.DATABASE_PER_CLASS)
  @TestInstance(Lifecycle.PER_CLASS)
  static class PerClassSample {
    static final Set<CroftDatabase> DATABASES = ConcurrentHashMap.newKeySet();

    PerClassSample(CroftDatabase database) {
      DATABASES.add(database);
    }

    @BeforeAll
    void prepare(@Tenant("acme") TenantSession acme) {
      RoleRepository.in(acme).create("keeper");
    }

    @RepeatedTest(2)
    void test(CroftDatabase database, @Tenant("acme") TenantSession acme) {
      DATABASES.add(database);
      assertThat(RoleRepository.in(acme).findByName("keeper")).isPresent();
    }
  }

  @Test
  void the_tests_of_a_class_share_a_database_where_that_is_asked_for() {
    assertThat(run(PerClassSample.class).getFailures()).isEmpty();
    assertThat(PerClassSample.DATABASES).hasSize(1);
  }

  @CroftTest(changelog = "croft/changelog.xml")
  @Execution(ExecutionMode.CONCURRENT)
  static class ParallelSample {
    static final Set<TenantId> TENANTS = ConcurrentHashMap.newKeySet();

    @RepeatedTest(4)
    void test(@Tenant("acme") TenantSession acme) {
      TENANTS.add(acme.tenant());
      RoleRepository.in(acme).create("keeper");
    }
  }

  @Test
  void tests_that_run_in_parallel_have_databases_of_their_own() {
    TestExecutionSummary summary = run(ParallelSample.class);
    assertThat(summary.getFailures()).isEmpty();
    assertThat(ParallelSample.TENANTS).hasSize((int) summary.getTestsSucceededCount()).hasSize(4);
  }
}
