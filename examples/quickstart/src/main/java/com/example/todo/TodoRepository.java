package com.example.todo;

import static com.example.todo.schema.content.Tables.TODOS;
import static dev.croft.schema.public_.Tables.USERS;

import com.example.todo.schema.content.tables.records.TodosRecord;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.identity.UserId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.schema.public_.tables.Users;
import dev.croft.session.TenantSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The todos of one tenant. */
public final class TodoRepository {
  private static final int ROWS_PER_STATEMENT = 1_000;

  private final TenantSession session;
  private final DSLContext dsl;

  private TodoRepository(TenantSession session) {
    this.session = session;
    this.dsl = session.dsl();
  }

  // region: repository
  /** The todos of {@code session}'s tenant. */
  public static TodoRepository in(TenantSession session) {
    return new TodoRepository(session);
  }

  /**
   * Finds a todo.
   *
   * @return the todo, or empty if the tenant has none with that id; an id of another tenant is
   *     indistinguishable from one that does not exist
   */
  public Optional<Todo> find(TodoId id) {
    return dsl.selectFrom(TODOS)
        .where(TODOS.ID.eq(id.value()))
        .fetchOptional(TodoRepository::toTodo);
  }

  // endregion

  /**
   * Creates a todo.
   *
   * @throws dev.croft.exception.ForeignKeyException when creator or assignee is not a member
   */
  public Todo create(NewTodo todo) {
    return toTodo(dsl.insertInto(TODOS).set(toRecord(todo)).returning().fetchSingle());
  }

  /**
   * Creates all of {@code todos} in one transaction, or none.
   *
   * @throws dev.croft.exception.ForeignKeyException when a creator or assignee is not a member
   */
  public List<Todo> createAll(List<NewTodo> todos) {
    return session.transactionResult(
        tx -> {
          List<Todo> created = new ArrayList<>();
          for (int from = 0; from < todos.size(); from += ROWS_PER_STATEMENT) {
            int to = Math.min(from + ROWS_PER_STATEMENT, todos.size());
            created.addAll(in(tx).insert(todos.subList(from, to)));
          }
          return List.copyOf(created);
        });
  }

  private List<Todo> insert(List<NewTodo> todos) {
    return dsl.insertInto(TODOS)
        .set(todos.stream().map(TodoRepository::toRecord).toList())
        .returning()
        .fetch(TodoRepository::toTodo);
  }

  /**
   * Returns a todo.
   *
   * @throws NotFoundException when the tenant has none with that id
   */
  public Todo get(TodoId id) {
    return find(id).orElseThrow(() -> new NotFoundException("todo", id.toString()));
  }

  /** Lists todos, oldest first. */
  public Page<Todo> page(PageRequest request) {
    List<Todo> rows =
        dsl.selectFrom(TODOS)
            .where(request.afterId().map(TODOS.ID::gt).orElseGet(DSL::noCondition))
            .orderBy(TODOS.ID)
            .limit(request.limit())
            .fetch(TodoRepository::toTodo);
    return request.page(rows, todo -> todo.id().value());
  }

  /** Lists what a member is to do, most important first. */
  public List<AssignedTodo> listAssignedTo(UserId member) {
    Users creator = USERS.as("creator");
    Users assignee = USERS.as("assignee");
    return dsl.select(TODOS.fields())
        .select(creator.EMAIL_ADDRESS, assignee.EMAIL_ADDRESS)
        .from(TODOS)
        .join(creator)
        .on(creator.ID.eq(TODOS.CREATOR_ID))
        .join(assignee)
        .on(assignee.ID.eq(TODOS.ASSIGNEE_ID))
        .where(TODOS.ASSIGNEE_ID.eq(member.value()))
        .orderBy(TODOS.PRIORITY, TODOS.ID)
        .fetch(
            row ->
                new AssignedTodo(
                    toTodo(row.into(TODOS)),
                    row.get(creator.EMAIL_ADDRESS),
                    row.get(assignee.EMAIL_ADDRESS)));
  }

  /**
   * Writes what may change of {@code todo}, and returns it at its next version.
   *
   * @throws StaleVersionException when it changed or was deleted since it was read
   */
  public Todo update(Todo todo) {
    return dsl.update(TODOS)
        .set(TODOS.TITLE, todo.title())
        .set(TODOS.DESCRIPTION, todo.description())
        .set(TODOS.PRIORITY, todo.priority())
        .set(TODOS.IS_COMPLETED, todo.isCompleted())
        .set(TODOS.DUE_DATE, todo.dueDate().orElse(null))
        .set(TODOS.ASSIGNEE_ID, todo.assignee().map(UserId::value).orElse(null))
        .set(TODOS.VERSION, TODOS.VERSION.plus(1))
        .where(isRead(todo))
        .returning()
        .fetchOptional(TodoRepository::toTodo)
        .orElseThrow(() -> stale(todo));
  }

  /**
   * Marks a todo as done, whatever else of it changed since it was read.
   *
   * @throws NotFoundException when the tenant has none with that id
   */
  public Todo complete(TodoId id) {
    return dsl.update(TODOS)
        .set(TODOS.IS_COMPLETED, true)
        .set(TODOS.VERSION, TODOS.VERSION.plus(1))
        .where(TODOS.ID.eq(id.value()))
        .returning()
        .fetchOptional(TodoRepository::toTodo)
        .orElseThrow(() -> new NotFoundException("todo", id.toString()));
  }

  /**
   * Deletes {@code todo}.
   *
   * @throws StaleVersionException when it changed or was deleted since it was read
   */
  public void delete(Todo todo) {
    if (dsl.deleteFrom(TODOS).where(isRead(todo)).execute() == 0) {
      throw stale(todo);
    }
  }

  private static Condition isRead(Todo todo) {
    return TODOS.ID.eq(todo.id().value()).and(TODOS.VERSION.eq(todo.version()));
  }

  private static StaleVersionException stale(Todo todo) {
    return new StaleVersionException("todo", todo.id().toString(), todo.version());
  }

  private static TodosRecord toRecord(NewTodo todo) {
    TodosRecord row = new TodosRecord();
    row.setTitle(todo.title());
    row.setDescription(todo.description());
    row.setPriority(todo.priority());
    row.setDueDate(todo.dueDate().orElse(null));
    row.setCreatorId(todo.creator().value());
    row.setAssigneeId(todo.assignee().map(UserId::value).orElse(null));
    return row;
  }

  private static Todo toTodo(TodosRecord row) {
    return new Todo(
        new TodoId(row.getId()),
        row.getTitle(),
        row.getDescription(),
        row.getPriority(),
        row.getIsCompleted(),
        Optional.ofNullable(row.getDueDate()),
        new UserId(row.getCreatorId()),
        Optional.ofNullable(row.getAssigneeId()).map(UserId::new),
        row.getVersion(),
        row.getCreatedAt());
  }
}
