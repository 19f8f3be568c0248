package com.example.quickstart;

import static com.example.todo.schema.content.Tables.TODOS;
import static dev.croft.schema.admin.Tables.AUDIT_LOG;
import static dev.croft.schema.public_.Tables.TENANTS;

import com.example.todo.NewTodo;
import com.example.todo.Todo;
import com.example.todo.TodoRepository;
import dev.croft.Croft;
import dev.croft.exception.ForeignKeyException;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.exception.TenantViolationException;
import dev.croft.exception.UnsafeDatabaseException;
import dev.croft.identity.User;
import dev.croft.identity.UserRepository;
import dev.croft.paging.PageRequest;
import dev.croft.session.TenantSession;
import java.util.List;
import java.util.Optional;

/** Everything a tenant might try in order to reach another one's rows. */
final class GlobexStory {
  private static final PageRequest ALL = PageRequest.first(PageRequest.MAXIMUM_SIZE);

  private final Transcript transcript;
  private final Attempts attempts;
  private final TenantSession globex;
  private final TodoRepository todos;
  private final Cast cast;
  private final Todo theirs;

  /**
   * @param theirs a todo of acme, which globex knows all of
   */
  GlobexStory(Transcript transcript, TenantSession globex, Cast cast, Todo theirs) {
    this.transcript = transcript;
    this.attempts = new Attempts(transcript);
    this.globex = globex;
    this.todos = TodoRepository.in(globex);
    this.cast = cast;
    this.theirs = theirs;
  }

  /** Tells it; returns the attempts that were made. */
  Attempts tell(Site site) {
    transcript.chapter("Globex tries to reach acme's rows; it even knows the ids");
    createOfItsOwn();
    read();
    write();
    writeTheTenant();
    leaveTheFence();
    attempts.refused(
        "An operator opens Croft with the login that owns the tables",
        UnsafeDatabaseException.class,
        () -> Croft.open(site.configOfTheOwner()).close());
    return attempts;
  }

  private void createOfItsOwn() {
    transcript.step("Globex creates a todo of its own, which works");
    Todo own = todos.create(NewTodo.titled("Sharpen the shears", cast.eve().id()));
    transcript.rows(List.of(List.of(own.title(), "version " + own.version())));
  }

  private void read() {
    attempts.sees("Globex looks for acme's todo by its id", List.of(), this::findTheirs);
    attempts.sees("Globex lists all todos", List.of("Sharpen the shears"), this::listTodos);
    attempts.sees(
        "Globex lists people: its own members, and Max, who is a member of both",
        List.of(cast.eve().emailAddress(), cast.max().emailAddress()),
        () ->
            UserRepository.in(globex).page(ALL).items().stream().map(User::emailAddress).toList());
    attempts.sees("Globex counts the tenants", List.of("1"), this::countTenants);
  }

  private List<String> findTheirs() {
    Optional<Todo> found = todos.find(theirs.id());
    return found.map(Todo::title).stream().toList();
  }

  private List<String> listTodos() {
    return todos.page(ALL).items().stream().map(Todo::title).toList();
  }

  private List<String> countTenants() {
    return List.of(Integer.toString(globex.dsl().fetchCount(TENANTS)));
  }

  private void write() {
    attempts.refused(
        "Globex updates acme's todo, knowing its id and version",
        StaleVersionException.class,
        () -> todos.update(theirs.assignedTo(cast.eve().id())));
    attempts.refused(
        "Globex completes acme's todo", NotFoundException.class, () -> todos.complete(theirs.id()));
    attempts.refused(
        "Globex deletes acme's todo", StaleVersionException.class, () -> todos.delete(theirs));
    attempts.refused(
        "Globex creates a todo of its own for Bob, who is no member of globex",
        ForeignKeyException.class,
        () -> todos.create(NewTodo.titled("Guess", cast.eve().id()).assignedTo(cast.bob().id())));
  }

  private void writeTheTenant() {
    attempts.refused(
        "Globex inserts a row with acme's tenant id",
        TenantViolationException.class,
        this::insertForAcme);
    attempts.refused(
        "Globex moves its own todos to acme", TenantViolationException.class, this::moveToAcme);
  }

  private void insertForAcme() {
    globex
        .dsl()
        .insertInto(TODOS)
        .set(TODOS.TENANT_ID, cast.acme().value())
        .set(TODOS.TITLE, "Smuggled")
        .set(TODOS.CREATOR_ID, cast.ann().id().value())
        .execute();
  }

  private void moveToAcme() {
    globex.dsl().update(TODOS).set(TODOS.TENANT_ID, cast.acme().value()).execute();
  }

  private void leaveTheFence() {
    attempts.refused(
        "Globex reads the audit log, which no tenant sees",
        StatementRefusedException.class,
        () -> globex.dsl().selectFrom(AUDIT_LOG).fetch());
    attempts.refused(
        "Globex runs SQL of its own making",
        StatementRefusedException.class,
        () -> globex.dsl().fetch("select * from content.todos"));
  }
}
