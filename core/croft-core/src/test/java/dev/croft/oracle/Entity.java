package dev.croft.oracle;

import static dev.croft.oracle.schema.work.Tables.EVENTS;
import static dev.croft.oracle.schema.work.Tables.PRIORITIES;
import static dev.croft.oracle.schema.work.Tables.PROJECTS;
import static dev.croft.oracle.schema.work.Tables.TASKS;
import static dev.croft.oracle.schema.work.Tables.TASK_TAGS;
import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.auth.Tables.USER_ROLES;
import static dev.croft.schema.public_.Tables.TENANTS;
import static dev.croft.schema.public_.Tables.TENANT_USERS;
import static dev.croft.schema.public_.Tables.USERS;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/** The tables that statements are about. A description shrinks to the first. */
enum Entity {
  PROJECT(PROJECTS, PROJECTS.REMARK, PROJECTS.BUDGET, PROJECTS.PARENT_ID, PROJECTS.LEAD_ID),
  TASK(TASKS, TASKS.REMARK, TASKS.POSITION, TASKS.ASSIGNEE_ID, TASKS.PROJECT_ID),
  TAG(TASK_TAGS, TASK_TAGS.WEIGHT),
  ROLE(ROLES, ROLES.DESCRIPTION),
  EVENT(EVENTS, EVENTS.KIND),
  HOLDER(USER_ROLES),
  MEMBER(TENANT_USERS),
  TENANT(TENANTS),
  PERSON(USERS),
  PRIORITY(PRIORITIES);

  /** Those that a session inserts into. */
  static final List<Entity> GROWING = List.of(PROJECT, TASK, TAG, ROLE, EVENT);

  /** Those with columns that a session changes, and one whose rows never change. */
  static final List<Entity> CHANGING = List.of(PROJECT, TASK, TAG, ROLE, EVENT);

  @SuppressWarnings("ImmutableEnumChecker")
  private final Table<?> table;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Field<?>> assignable;

  Entity(Table<?> table, Field<?>... assignable) {
    this.table = table;
    this.assignable = List.of(assignable);
  }

  Table<?> table() {
    return table;
  }

  List<Field<?>> assignable() {
    return assignable;
  }

  @SuppressWarnings("unchecked")
  Field<UUID> tenantColumn() {
    Field<?> column = this == TENANT ? table.field("id") : table.field("tenant_id");
    return (Field<UUID>) Objects.requireNonNull(column);
  }

  /** The fields of the primary key, the tenant first. */
  List<TableField<?, ?>> key() {
    return fields(Objects.requireNonNull(table.getPrimaryKey()).getFields());
  }

  private static List<TableField<?, ?>> fields(List<? extends TableField<?, ?>> fields) {
    return List.copyOf(fields);
  }

  /** What an INSERT gives beside the tenant: ids and words, in the order of the table. */
  List<Field<?>> given() {
    return Stream.of(table.fields()).filter(this::isGiven).toList();
  }

  private boolean isGiven(Field<?> field) {
    return Type.of(field).isPresent() && !field.equals(tenantColumn());
  }

  /** Whether a session may lock its rows, which takes the right to change them. */
  boolean isLockable() {
    return CHANGING.contains(this) && this != EVENT;
  }

  /** Whether row-level security is on it. */
  boolean isSecured() {
    return this != PRIORITY;
  }

  String qualifiedName() {
    return "%s.%s".formatted(Objects.requireNonNull(table.getSchema()).getName(), table.getName());
  }

  /** SQL that takes row-level security off. */
  String withoutFence() {
    return "alter table %s disable row level security".formatted(qualifiedName());
  }

  /** SQL that fences it as its changelog did. */
  String fence() {
    String arguments =
        switch (this) {
          case TENANT -> ", tenant_column => 'id'";
          case PERSON -> ", via => 'public.tenant_users'";
          default -> "";
        };
    return "select croft.%s_table('%s'%s)"
        .formatted(this == PERSON ? "shared" : "tenant", qualifiedName(), arguments);
  }

  /** SQL that deletes what {@code tenant} may not see. */
  String withoutOthers(UUID tenant) {
    String rest =
        this == PERSON
            ? "id not in (select user_id from public.tenant_users where tenant_id = '%s')"
            : tenantColumn().getName() + " <> '%s'";
    return "delete from %s where %s".formatted(qualifiedName(), rest.formatted(tenant));
  }

  @SuppressWarnings("unchecked")
  Table<Record> records() {
    return (Table<Record>) table;
  }
}
