package dev.croft.testkit.contract;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.schema.admin.Admin;
import dev.croft.schema.auth.Auth;
import dev.croft.schema.billing.Billing;
import dev.croft.schema.public_.Public;
import dev.croft.session.TenantSession;
import dev.croft.testkit.CroftDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Schema;
import org.junit.jupiter.api.DynamicNode;

/**
 * Shows that the tables of a changelog, and the repositories on them, keep two tenants apart.
 *
 * <p>It fills two tenants with rows that look alike, made from what the catalogue says of each
 * table, and then has one of them try: every table, and every public method of every repository,
 * must read nothing, change nothing and learn nothing of the other, with all fences, without
 * row-level security, and without the predicates. What is learned shows in the outcome: a call that
 * names a row of the other tenant must end as one that names a row that never was, by result,
 * exception and message. Nothing is asserted about time; that a lookup touches the same rows is.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> todos_stay_with_their_tenant() {
 *   return IsolationContract.of("db/changelog.xml")
 *       .schema(Content.CONTENT)
 *       .repository(TodoRepository::in)
 *       .tests();
 * }
 * }</pre>
 *
 * <p>What cannot be made from the catalogue, a value that a check asks for or an argument, fails
 * and says by which line to supply it; nothing is skipped. A contract may be changed until {@link
 * #tests()} is called.
 */
public final class IsolationContract {
  private final Supplier<PostgresDatabase> migrated;
  private final List<Schema> schemas = new ArrayList<>();
  private final Map<String, Function<Owner, String>> values = BaseValues.all();
  private final Map<Class<?>, Function<Owner, ?>> arguments = new LinkedHashMap<>();
  private final Map<Class<?>, String> subjects = new LinkedHashMap<>();
  private final List<RepositoryFactory> repositories = new ArrayList<>();

  private IsolationContract(Supplier<PostgresDatabase> migrated) {
    this.migrated = migrated;
    schemas.add(Public.PUBLIC);
    schemas.add(Auth.AUTH);
    schemas.add(Admin.ADMIN);
    schemas.add(Billing.BILLING);
  }

  /** About the tables of {@code changelog}, a path on the class path, and of what it includes. */
  public static IsolationContract of(String changelog) {
    return on(() -> CroftDatabase.copyOf(changelog));
  }

  /** About the tables of a database, which it takes over. */
  static IsolationContract on(Supplier<PostgresDatabase> migrated) {
    return new IsolationContract(migrated);
  }

  /** With the generated classes of a schema's tables. Those of Croft's own schemas are known. */
  public IsolationContract schema(Schema generated) {
    schemas.add(generated);
    return this;
  }

  /** And about every public method of a repository. */
  public IsolationContract repository(Function<TenantSession, ?> factory) {
    repositories.add((session, database) -> factory.apply(session));
    return this;
  }

  /** And about a repository that takes more than a session, which it finds in the database. */
  public IsolationContract repository(RepositoryFactory factory) {
    repositories.add(factory);
    return this;
  }

  /**
   * Says which table a repository is about whose name does not tell, so that the values of its rows
   * are known where a method takes one.
   *
   * @param table schema and name, such as {@code content.todos}
   */
  public IsolationContract about(Class<?> repository, String table) {
    subjects.put(repository, table);
    return this;
  }

  /**
   * Fills a column with {@code value} where nothing could be made that its checks allow.
   *
   * @param column schema, table and column, such as {@code content.todos.title}
   * @param value in PostgreSQL's text form
   */
  public IsolationContract value(String column, String value) {
    return value(column, owner -> value);
  }

  /** As {@link #value(String, String)}, for a value that must not be the same in two rows. */
  public IsolationContract value(String column, Function<Owner, String> value) {
    values.put(column, value);
    return this;
  }

  /** Supplies arguments of a type where none could be made from the catalogue. */
  public <T> IsolationContract argument(Class<T> type, Function<Owner, T> value) {
    arguments.put(type, value);
    return this;
  }

  /**
   * The tests, for a {@code @TestFactory}. They run one after the other, on databases of their own
   * that end with the stream.
   *
   * @throws dev.croft.testkit.TestkitException when a table could not be filled
   */
  public Stream<DynamicNode> tests() {
    Grounds grounds = Grounds.prepare(migrated.get(), values);
    return Stream.of(
            SchemaTests.of(grounds),
            TableTests.of(grounds, schemas),
            RepositoryTests.of(grounds, repositories, arguments, subjects))
        .flatMap(nodes -> nodes)
        .onClose(grounds::close);
  }

  /** Makes the repository that a session is for. */
  @FunctionalInterface
  public interface RepositoryFactory {
    /**
     * Makes the repository of {@code session}'s tenant.
     *
     * @param database where the session is, for what a repository needs besides
     */
    Object in(TenantSession session, Surroundings database);
  }
}
