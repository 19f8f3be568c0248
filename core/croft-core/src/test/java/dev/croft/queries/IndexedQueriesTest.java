package dev.croft.queries;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.croft.fixture.Figures;
import dev.croft.fixture.Village;
import dev.croft.postgres.Login;
import dev.croft.session.SystemSession;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL has an index for each table that grows, in every statement of every repository: with
 * sequential scans made as dear as can be, its plans hold none.
 */
@NullUnmarked
class IndexedQueriesTest {
  /** Reference data, which the system writes by hand. */
  private static final String SMALL =
      "permissions|role_templates|role_template_permissions|plans|limits|plan_limits|plan_prices"
          + "|plan_price_references|computes";

  private static final Pattern SCAN = Pattern.compile("Seq Scan on (\\w+)");
  private static final Pattern PLACE = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|(\\?)");

  private static final String APP = "croft_app";
  private static final String ADMIN = "croft_admin";

  /** A statement, and the role that its session has. */
  private record Sent(String role, String sql) {}

  private final ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
  private Village village;
  private Connection plans;

  @BeforeEach
  void fill() throws SQLException {
    village = Village.found();
    village.fillEveryTable();
    plans = connect();
    village
        .croft()
        .observe(run -> sent.add(new Sent(run.tenant().isPresent() ? APP : ADMIN, run.sql())));
  }

  @AfterEach
  void close() throws SQLException {
    plans.close();
    village.close();
  }

  @Test
  void no_statement_of_a_repository_reads_the_whole_of_a_table_that_grows() throws Exception {
    TreeMap<String, Set<String>> scans = new TreeMap<>();
    List<String> silent = new ArrayList<>();
    for (Class<?> repository : repositories()) {
      for (Method method : methods(repository)) {
        String name = repository.getSimpleName() + "." + method.getName();
        Set<Sent> statements = statementsOf(repository, method);
        if (statements.isEmpty()) {
          silent.add(name);
        }
        for (Sent statement : statements) {
          scannedWhole(statement)
              .ifPresent(plan -> scans.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(plan));
        }
        Figures.add("queries of repositories: plans read", statements.size());
      }
    }
    assertThat(scans).isEmpty();
    assertThat(silent).isEmpty();
  }

  @Test
  void a_query_that_no_index_serves_is_found() throws Exception {
    assertThat(scannedWhole(new Sent(ADMIN, "select id from auth.sessions where user_agent = ?")))
        .isPresent();
    assertThat(scannedWhole(new Sent(ADMIN, "select id from auth.sessions where user_id = ?")))
        .isEmpty();
    assertThat(scannedWhole(new Sent(APP, "select id from billing.plans where description = ?")))
        .isEmpty();
  }

  private static List<? extends Class<?>> repositories() {
    return new ClassFileImporter()
        .importPackages("dev.croft").stream()
            .filter(type -> type.getSimpleName().endsWith("Repository"))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::reflect)
            .filter(IndexedQueriesTest::isMadeFromASession)
            .sorted(Comparator.comparing(Class::getName))
            .toList();
  }

  private static boolean isMadeFromASession(Class<?> type) {
    return Stream.of(type.getMethods()).anyMatch(method -> method.getName().equals("in"));
  }

  private static List<Method> methods(Class<?> repository) {
    return Stream.of(repository.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .sorted(Comparator.comparing(Method::toString))
        .toList();
  }

  /** What it sends before it ends, be it by an exception. */
  private Set<Sent> statementsOf(Class<?> repository, Method method) throws Exception {
    Method in =
        Stream.of(repository.getMethods())
            .filter(made -> made.getName().equals("in"))
            .findFirst()
            .orElseThrow();
    SystemSession system = village.croft().system("read plans").writing();
    boolean isOfSystem = in.getParameterTypes()[0] == SystemSession.class;
    Object target = in.invoke(null, isOfSystem ? system : village.acme());
    Given given = new Given(village);
    Object[] arguments = new Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = given.value(method.getGenericParameterTypes()[i]);
    }
    sent.clear();
    try {
      method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      // The statement was sent; whether it found its row does not matter here.
    }
    return new LinkedHashSet<>(sent);
  }

  /** The plan, if it reads a table that grows from end to end. */
  private Optional<String> scannedWhole(Sent statement) throws SQLException {
    String plan = plan(statement.role(), numbered(statement.sql()));
    Matcher scan = SCAN.matcher(plan);
    while (scan.find()) {
      if (!scan.group(1).matches(SMALL)) {
        return Optional.of(statement.sql() + "\n" + plan);
      }
    }
    return Optional.empty();
  }

  private static String numbered(String sql) {
    int[] number = {0};
    return PLACE
        .matcher(sql)
        .replaceAll(
            found ->
                found.group(1) == null
                    ? Matcher.quoteReplacement(found.group())
                    : "\\$" + ++number[0]);
  }

  private String plan(String role, String sql) throws SQLException {
    try (Statement statement = plans.createStatement()) {
      statement.execute("set role " + role);
      StringBuilder plan = new StringBuilder();
      try (ResultSet lines = statement.executeQuery("explain (generic_plan) " + sql)) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }

  /** In the simple mode a text is sent as it is, with the places of values that it has. */
  private Connection connect() throws SQLException {
    Login superuser = village.database().superuser();
    Properties properties = new Properties();
    properties.setProperty("user", superuser.user());
    properties.setProperty("password", superuser.password());
    properties.setProperty("preferQueryMode", "simple");
    Connection connection = DriverManager.getConnection(village.database().jdbcUrl(), properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set enable_seqscan = off");
      statement.execute("set app.tenant_id = '%s'".formatted(village.acmeId()));
    }
    return connection;
  }
}
