package dev.croft.leaks;

import static dev.croft.leaks.Canary.NUMBER;
import static dev.croft.leaks.Canary.WORD;
import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.auth.Tables.USER_ROLES;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.croft.exception.CheckException;
import dev.croft.exception.ConversionException;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.ExclusionException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.exception.NotNullException;
import dev.croft.exception.StatementException;
import dev.croft.schema.auth.tables.records.RolesRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.exception.NoDataFoundException;
import org.jooq.exception.TooManyRowsException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Statements that PostgreSQL takes or refuses, in a session of a tenant or of the system. */
final class StatementScenes {
  private static final JSONB DOCUMENT =
      JSONB.valueOf("{\"canarium\": [\"canarium\", %d]}".formatted(NUMBER));

  private final DSLContext dsl;
  private final UUID tenant;

  StatementScenes(DSLContext dsl, UUID tenant) {
    this.dsl = dsl;
    this.tenant = tenant;
  }

  Stream<Scene> all() {
    return Stream.of(reads(), violations(), dataExceptions(), batches(), results())
        .flatMap(scenes -> scenes);
  }

  private Stream<Scene> reads() {
    return Stream.of(
        Scene.succeeds("values of every kind", () -> dsl.select(everyKind()).fetch()),
        Scene.succeeds(
            "a list of values",
            () -> dsl.selectFrom(ROLES).where(ROLES.NAME.in(WORD, WORD + " 2")).fetch()),
        Scene.succeeds(
            "a pattern", () -> dsl.selectFrom(ROLES).where(ROLES.NAME.contains(WORD)).fetch()),
        Scene.succeeds(
            "nested rows", () -> dsl.select(multiset(select(ROLES.NAME).from(ROLES))).fetch()),
        Scene.succeeds(
            "an update", () -> dsl.update(ROLES).set(ROLES.DESCRIPTION, WORD + " 3").execute()),
        Scene.succeeds(
            "a stored record",
            () -> {
              RolesRecord role = role(WORD + " stored");
              role.store();
              role.setDescription(WORD);
              role.update();
              role.refresh();
              return role.delete();
            }));
  }

  static List<Field<?>> everyKind() {
    return List.of(
        val(WORD),
        val(NUMBER),
        val(BigDecimal.valueOf(NUMBER)),
        val(WORD.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        val(new String[] {WORD, WORD}),
        val(new Long[] {NUMBER}),
        val(DOCUMENT),
        val(DOCUMENT).cast(SQLDataType.JSON),
        DSL.when(val(WORD).eq(WORD), val(WORD)).otherwise(WORD),
        DSL.concat(val(WORD), val("\n"), val(WORD.toUpperCase(java.util.Locale.ROOT))));
  }

  private RolesRecord role(String name) {
    RolesRecord role = dsl.newRecord(ROLES);
    role.setTenantId(tenant);
    role.setName(name);
    role.setDescription(WORD);
    return role;
  }

  private int insert(String name, String description) {
    return dsl.insertInto(ROLES)
        .set(ROLES.TENANT_ID, tenant)
        .set(ROLES.NAME, name)
        .set(ROLES.DESCRIPTION, description)
        .execute();
  }

  private Stream<Scene> violations() {
    return Stream.of(
        Scene.fails("a duplicate key", DuplicateKeyException.class, () -> insert("Canarium", WORD)),
        Scene.fails(
            "a duplicate record", DuplicateKeyException.class, () -> role("Canarium").store()),
        Scene.fails("a check", CheckException.class, () -> insert(" canarium ", WORD)),
        Scene.fails(
            "a null",
            NotNullException.class,
            () -> dsl.update(ROLES).setNull(ROLES.DESCRIPTION).where(isCanarium()).execute()),
        Scene.fails(
            "a foreign key",
            ForeignKeyException.class,
            () ->
                dsl.insertInto(USER_ROLES)
                    .set(USER_ROLES.TENANT_ID, tenant)
                    .set(USER_ROLES.USER_ID, UUID.randomUUID())
                    .set(USER_ROLES.ROLE_ID, UUID.randomUUID())
                    .execute()),
        Scene.fails(
            "an exclusion",
            ExclusionException.class,
            () -> insert("one", "exclude canarium") + insert("two", "exclude canarium")));
  }

  private static org.jooq.Condition isCanarium() {
    return ROLES.NAME.eq("Canarium");
  }

  private Stream<Scene> dataExceptions() {
    Field<String> word = val(WORD);
    return Stream.of(
        refused("a cast to a number", word.cast(Integer.class)),
        refused("a cast to a number, upper case", DSL.upper(word).cast(BigDecimal.class)),
        refused("a cast to a boolean", word.cast(Boolean.class)),
        refused("a cast to a date", word.cast(LocalDate.class)),
        refused("a cast to a uuid", word.cast(UUID.class)),
        refused("a cast to JSON", word.cast(JSONB.class)),
        refused("a cast of an array", val(new String[] {WORD}).cast(Integer[].class)),
        refused("a number out of range", val(NUMBER).cast(Integer.class)),
        refused("a number too long", val(NUMBER).cast(SQLDataType.NUMERIC(3, 1))),
        refused("a division by zero", val(NUMBER).div(inline(0))),
        refused("a regular expression", DSL.field(word.likeRegex(WORD + "("))),
        refused("a pattern that ends in its escape", DSL.field(val("canariums").like(WORD + "\\"))),
        refused("a date of another format", DSL.toDate(WORD, "YYYY-MM-DD")),
        refused("a character that text cannot hold", val(WORD + "\0")),
        refused("a table's name that is a value", word.cast(type("regclass"))),
        refused("a type's name that is a value", word.cast(type("regtype"))),
        refused("a function's name that is a value", word.cast(type("regproc"))),
        refused("a name that is none", val("canarium (").cast(type("regclass"))));
  }

  static org.jooq.DataType<Object> type(String name) {
    return new org.jooq.impl.DefaultDataType<>(org.jooq.SQLDialect.POSTGRES, Object.class, name);
  }

  private Scene refused(String name, Field<?> value) {
    return Scene.fails(name, StatementException.class, () -> dsl.select(value).fetch());
  }

  private Stream<Scene> batches() {
    var insert = dsl.insertInto(ROLES, ROLES.TENANT_ID, ROLES.NAME).values((UUID) null, null);
    return Stream.of(
        Scene.fails(
            "a batch of values that fails in its middle",
            DuplicateKeyException.class,
            () ->
                dsl.batch(insert)
                    .bind(tenant, "canarium 1")
                    .bind(tenant, "Canarium")
                    .bind(tenant, "canarium 3")
                    .execute()),
        Scene.fails(
            "a batch of records that fails in its middle",
            DuplicateKeyException.class,
            () -> dsl.batchInsert(role("canarium 1"), role("Canarium")).execute()),
        Scene.fails(
            "rows that are loaded",
            DuplicateKeyException.class,
            () ->
                dsl.loadInto(ROLES)
                    .loadArrays(
                        new Object[] {tenant, "canarium 1"}, new Object[] {tenant, "Canarium"})
                    .fields(ROLES.TENANT_ID, ROLES.NAME)
                    .execute()));
  }

  private Stream<Scene> results() {
    Field<Integer> coerced = ROLES.NAME.coerce(Integer.class);
    Field<Level[]> array =
        val(new String[] {WORD}).coerce(SQLDataType.VARCHAR.asConvertedDataType(LEVELS).array());
    Field<Level> converted = ROLES.NAME.convertFrom(Level.class, Level::valueOf);
    return Stream.of(
        Scene.fails(
            "a column read as another type",
            StatementException.class,
            () -> dsl.select(coerced).from(ROLES).fetch()),
        Scene.fails(
            "an array whose elements their converter refuses",
            ConversionException.class,
            () -> dsl.select(array).fetch()),
        Scene.fails(
            "an array read as another type",
            ConversionException.class,
            () ->
                dsl.select(val(new String[] {WORD}).coerce(SQLDataType.OFFSETTIME.array()))
                    .fetch()),
        Scene.fails(
            "a column that its converter refuses",
            ConversionException.class,
            () -> dsl.select(converted).from(ROLES).fetch()),
        Scene.fails(
            "one row of many",
            TooManyRowsException.class,
            () -> dsl.selectFrom(ROLES).where(ROLES.NAME.ne(WORD)).fetchOne()),
        Scene.fails(
            "one row of none",
            NoDataFoundException.class,
            () -> dsl.selectFrom(ROLES).where(ROLES.NAME.eq(WORD)).fetchSingle()));
  }

  private static final org.jooq.Converter<String, Level> LEVELS =
      org.jooq.Converter.from(String.class, Level.class, Level::valueOf);

  private enum Level {
    LOW,
    HIGH
  }
}
