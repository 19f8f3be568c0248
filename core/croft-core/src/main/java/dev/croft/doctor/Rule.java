package dev.croft.doctor;

import static dev.croft.doctor.Severity.ERROR;
import static dev.croft.doctor.Severity.WARNING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a database would let a login out of its tenant. Its query is the resource of its
 * name, in the folder of what it is about: a row for each object that breaks the rule, with the
 * object, the problem (%s stands for the object), the reason and the repair.
 */
enum Rule {
  ROLE_SUPERUSER("role", ERROR),
  ROLE_BYPASSES_ROW_SECURITY("role", ERROR),
  ROLE_BECOMES_PRIVILEGED("role", ERROR),
  ROLE_OWNS_RELATION("role", ERROR),
  ROLE_OWNS_SCHEMA("role", ERROR),
  ROLE_OWNS_FUNCTION("role", ERROR),
  ROLE_OWNS_DATABASE("role", ERROR),
  ROLE_NOT_IN_GROUP("role", ERROR),
  ROLE_IS_ADMIN("role", ERROR),
  ROLE_CREATES_ROLES("role", ERROR),
  ROLE_REPLICATES("role", ERROR),
  ROLE_READS_ALL("role", ERROR),
  ROLE_PRESET("role", ERROR),
  ROLE_OWNS_OBJECT("role", ERROR),
  ROLE_BECOMES_OUTSIDER("role", WARNING),
  ROLE_CREATES_DATABASES("role", WARNING),
  ROLE_WATCHES_OTHERS("role", WARNING),
  ROLE_ADMINISTERS("role", WARNING),
  GROUP_NOT_PLAIN("role", WARNING),

  ROW_SECURITY_NOT_FORCED("tables", ERROR),
  TABLE_UNCLASSIFIED("tables", ERROR),
  SCOPE_CONTRADICTS("tables", ERROR),
  TENANT_COLUMN_MISSING("tables", ERROR),
  TABLE_REWRITTEN("tables", ERROR),
  TABLE_INHERITS("tables", ERROR),
  SYSTEM_TABLE_NOT_FORCED("tables", WARNING),
  APPEND_ONLY_CHANGEABLE("tables", WARNING),
  APPEND_ONLY_UNGUARDED("tables", WARNING),
  TRIGGER_DISABLED("tables", WARNING),
  TENANT_COLUMN_DEFAULT("tables", WARNING),
  TABLE_PUBLISHED("tables", WARNING),
  TABLE_SUBSCRIBED("tables", WARNING),

  POLICY_GUARD_MISSING("policies", ERROR),
  POLICY_DIFFERS("policies", ERROR),
  POLICY_OPENS("policies", ERROR),
  POLICY_BYPASS_SETTING("policies", ERROR),
  POLICY_ON_CLOSED_TABLE("policies", ERROR),
  POLICY_EXTRA("policies", WARNING),
  POLICY_ROWS_MISSING("policies", WARNING),
  POLICY_CHECK_MISSING("policies", WARNING),
  POLICY_SLOW("policies", WARNING),
  POLICY_CALLS_FUNCTION("policies", WARNING),
  POLICY_SYSTEM_MISSING("policies", WARNING),

  FOREIGN_KEY_WITHOUT_TENANT("keys", ERROR),
  FOREIGN_KEY_LEAVES_SCOPE("keys", ERROR),
  UNIQUE_WITHOUT_TENANT("keys", ERROR),
  FOREIGN_KEY_UNCHECKED("keys", ERROR),
  FOREIGN_KEY_NOT_VALID("keys", WARNING),

  GRANT_DANGEROUS("grants", ERROR),
  GRANT_TO_PUBLIC("grants", ERROR),
  GRANT_WITH_OPTION("grants", ERROR),
  TENANT_COLUMN_UPDATABLE("grants", ERROR),
  TENANTS_WRITABLE("grants", ERROR),
  SYSTEM_WRITTEN_TABLE_WRITABLE("grants", ERROR),
  SHARED_TABLE_WRITABLE("grants", ERROR),
  LINK_WRITABLE("grants", ERROR),
  GLOBAL_TABLE_WRITABLE("grants", ERROR),
  SYSTEM_TABLE_REACHABLE("grants", ERROR),
  PARTITION_REACHABLE("grants", ERROR),
  CATALOGUE_REACHABLE("grants", ERROR),
  SCHEMA_CREATE("grants", ERROR),
  DATABASE_CREATE("grants", ERROR),
  LARGE_OBJECT_REACHABLE("grants", ERROR),
  PARAMETER_SETTABLE("grants", ERROR),
  SEALING_KEYS_REACHABLE("grants", ERROR),
  DATABASE_TEMPORARY("grants", WARNING),
  DEFAULT_PRIVILEGES("grants", WARNING),
  SEQUENCE_REACHABLE("grants", WARNING),
  FOREIGN_SERVER_USABLE("grants", WARNING),

  VIEW_OF_ITS_OWNER("views", ERROR),
  VIEW_STORED("views", ERROR),

  FUNCTION_OF_SUPERUSER("functions", ERROR),
  FUNCTION_SEARCH_PATH("functions", ERROR),
  FUNCTION_KEEPS_TENANT("functions", ERROR),
  FUNCTION_LEAKPROOF("functions", ERROR),
  FUNCTION_OF_SERVER("functions", ERROR),
  FUNCTION_SETS_TENANT("functions", ERROR),
  FUNCTION_CHANGED("functions", ERROR),
  SEALING_FUNCTION_REPLACED("functions", ERROR),
  FUNCTION_OF_ITS_OWNER("functions", WARNING),
  TRIGGER_OF_ITS_OWNER("functions", WARNING),
  FUNCTION_SHADOWS("functions", WARNING),
  OPERATOR_SHADOWS("functions", WARNING),
  CAST_OF_BUILT_IN_TYPES("functions", WARNING),

  ROW_SECURITY_OFF("server", ERROR),
  REPLICATION_ROLE("server", ERROR),
  SEARCH_PATH_SHADOWS("server", ERROR),
  LARGE_OBJECTS_OPEN("server", ERROR),
  TENANT_PRESET("server", ERROR),
  STRINGS_ESCAPED("server", ERROR),
  SEARCH_PATH_WIDENED("server", WARNING),
  LIBRARY_PRELOADED("server", WARNING),
  EVENT_TRIGGER("server", WARNING),
  EXTENSION_REACHES_OUT("server", WARNING),

  GENERATED_SCOPE_DIFFERS("generated", ERROR),
  GENERATED_TABLE_MISSING("generated", WARNING),
  GENERATED_COLUMNS_DIFFER("generated", WARNING),
  TABLE_UNKNOWN("generated", WARNING);

  private final String about;
  private final Severity severity;

  Rule(String about, Severity severity) {
    this.about = about;
    this.severity = severity;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Severity severity() {
    return severity;
  }

  /**
   * One statement that asks every rule: a row for each finding, with the place of its rule among
   * them, the object, the problem, the reason and the repair, in the order of the rules.
   */
  static String question(List<Rule> rules) {
    return IntStream.range(0, rules.size())
        .mapToObj(place -> rules.get(place).part(place))
        .collect(joining("union all\n", read("facts.sql"), "order by 1, 2"));
  }

  private String part(int place) {
    return """
        select %s as rule, f.object::pg_catalog.text, f.problem, f.reason, f.repair
        from (
        %s) f (object, problem, reason, repair)
        """
        .formatted(place, read(about + "/" + id() + ".sql"));
  }

  private static String read(String resource) {
    try (@Nullable InputStream sql = Rule.class.getResourceAsStream(resource)) {
      if (sql == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(sql.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
