package dev.croft.oracle;

import dev.croft.oracle.schema.work.tables.Events;
import dev.croft.oracle.schema.work.tables.Projects;
import dev.croft.oracle.schema.work.tables.TaskTags;
import dev.croft.oracle.schema.work.tables.Tasks;
import dev.croft.schema.auth.tables.UserRoles;
import dev.croft.schema.public_.tables.TenantUsers;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.Table;

/** The ways from one generated table to another. */
enum Path {
  PROJECT_OF_TASK(Tasks.class, Tasks::project, true),
  PRIORITY_OF_TASK(Tasks.class, Tasks::priority, true),
  ASSIGNEE_OF_TASK(Tasks.class, Tasks::assignee, true),
  PERSON_OF_TASK(Tasks.class, task -> task.assignee().user()),
  PARENT_OF_PROJECT_OF_TASK(Tasks.class, task -> task.project().parent()),
  TAGS_OF_TASK(Tasks.class, Tasks::taskTags, false),
  EVENTS_OF_TASK(Tasks.class, Tasks::events, false),
  PARENT_OF_PROJECT(Projects.class, Projects::parent, true),
  LEAD_OF_PROJECT(Projects.class, Projects::lead, true),
  TENANT_OF_PROJECT(Projects.class, Projects::tenant, true),
  TASKS_OF_PROJECT(Projects.class, Projects::tasks, false),
  CHILDREN_OF_PROJECT(Projects.class, Projects::projects, false),
  TASK_OF_TAG(TaskTags.class, TaskTags::task, true),
  PROJECT_OF_TAG(TaskTags.class, tag -> tag.task().project()),
  TASK_OF_EVENT(Events.class, Events::task, true),
  PERSON_OF_MEMBER(TenantUsers.class, TenantUsers::user, true),
  ROLES_OF_MEMBER(TenantUsers.class, TenantUsers::userRoles, false),
  ROLE_OF_HOLDER(UserRoles.class, UserRoles::role, true);

  private final Class<?> from;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Table<?>, Table<?>> step;

  /** Whether it leads to at most one row. */
  private final boolean toOne;

  /** Whether nothing lies between. */
  private final boolean direct;

  <T extends Table<?>> Path(Class<T> from, Function<T, Table<?>> step, boolean toOne) {
    this(from, step, toOne, true);
  }

  <T extends Table<?>> Path(Class<T> from, Function<T, Table<?>> steps) {
    this(from, steps, true, false);
  }

  <T extends Table<?>> Path(
      Class<T> from, Function<T, Table<?>> step, boolean toOne, boolean direct) {
    this.from = from;
    this.step = table -> step.apply(from.cast(table));
    this.toOne = toOne;
    this.direct = direct;
  }

  /** Where a column may be read that no join names. */
  static List<Table<?>> toOne(List<Table<?>> tables) {
    return from(tables, path -> path.toOne);
  }

  /** What a join may name. */
  static List<Table<?>> direct(List<Table<?>> tables) {
    return from(tables, path -> path.direct);
  }

  private static List<Table<?>> from(List<Table<?>> tables, Predicate<Path> wanted) {
    return tables.stream().flatMap(table -> from(table, wanted)).toList();
  }

  private static Stream<Table<?>> from(Table<?> table, Predicate<Path> wanted) {
    return Stream.of(values())
        .filter(path -> path.from.isInstance(table) && wanted.test(path))
        .map(path -> path.step.apply(table));
  }
}
