package com.example.todo;

import static com.example.todo.schema.content.Tables.TODOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.quickstart.TwoTenants;
import dev.croft.exception.CheckException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.identity.MembershipRepository;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TodoRepositoryTest {
  private static final PageRequest ALL = PageRequest.first(PageRequest.MAXIMUM_SIZE);

  private final TwoTenants tenants = TwoTenants.assemble();
  private final TodoRepository acme = TodoRepository.in(tenants.acme());
  private final TodoRepository globex = TodoRepository.in(tenants.globex());

  @AfterEach
  void close() {
    tenants.close();
  }

  @Test
  void a_created_todo_is_found_as_it_was_created() {
    LocalDate day = LocalDate.of(2027, 3, 1);
    Todo todo = acme.create(mend().assignedTo(tenants.bob()).due(day));
    assertThat(acme.find(todo.id())).contains(todo);
    assertThat(todo)
        .returns("Mend the fence", Todo::title)
        .returns(false, Todo::isCompleted)
        .returns(Optional.of(day), Todo::dueDate)
        .returns(tenants.ann(), Todo::creator)
        .returns(Optional.of(tenants.bob()), Todo::assignee)
        .returns(1L, Todo::version);
  }

  @Test
  void find_is_empty_for_an_id_of_another_tenant() {
    Todo todo = acme.create(mend());
    assertThat(globex.find(todo.id())).isEmpty();
  }

  @Test
  void get_throws_for_an_id_of_another_tenant_as_for_one_that_does_not_exist() {
    Todo todo = acme.create(mend());
    TodoId nowhere = new TodoId(UUID.randomUUID());
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> globex.get(todo.id()))
        .withMessage(notFound(todo.id()));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> globex.get(nowhere))
        .withMessage(notFound(nowhere));
  }

  private static String notFound(TodoId id) {
    return ("todo %s was not found: this session sees no such row. Use find to handle absence, or"
            + " check that the id belongs to the session's tenant.")
        .formatted(id);
  }

  @Test
  void create_refuses_a_creator_or_assignee_who_is_a_member_of_another_tenant_only() {
    assertThatExceptionOfType(ForeignKeyException.class)
        .isThrownBy(() -> acme.create(NewTodo.titled("Guess", tenants.eve())))
        .returns("todos_creator_fk", ForeignKeyException::constraint);
    assertThatExceptionOfType(ForeignKeyException.class)
        .isThrownBy(() -> acme.create(mend().assignedTo(tenants.eve())))
        .returns("todos_assignee_fk", ForeignKeyException::constraint);
  }

  @Test
  void create_refuses_an_empty_title() {
    assertThatExceptionOfType(CheckException.class)
        .isThrownBy(() -> acme.create(NewTodo.titled("", tenants.ann())))
        .returns("todos_title_check", CheckException::constraint);
  }

  @Test
  void create_all_creates_more_rows_than_fit_into_one_statement() {
    List<NewTodo> many =
        IntStream.range(0, 2_500)
            .mapToObj(i -> NewTodo.titled("Post " + i, tenants.ann()))
            .toList();
    assertThat(acme.createAll(many)).hasSize(2_500).extracting(Todo::id).doesNotHaveDuplicates();
  }

  @Test
  void create_all_creates_nothing_when_one_row_is_refused() {
    List<NewTodo> oneTooMany = List.of(mend(), mend().assignedTo(tenants.eve()));
    assertThatExceptionOfType(ForeignKeyException.class)
        .isThrownBy(() -> acme.createAll(oneTooMany));
    assertThat(acme.page(ALL).items()).isEmpty();
  }

  @Test
  void create_all_of_nothing_is_nothing() {
    assertThat(acme.createAll(List.of())).isEmpty();
  }

  @Test
  void pages_hold_each_todo_of_the_tenant_once() {
    List<Todo> created = acme.createAll(List.of(mend(), mend(), mend(), mend(), mend()));
    globex.create(NewTodo.titled("Sharpen the shears", tenants.eve()));
    assertThat(pages(acme, 2)).containsExactlyInAnyOrderElementsOf(created);
  }

  @Test
  void a_cursor_of_one_tenant_shows_another_one_its_own_todos_only() {
    acme.createAll(List.of(mend(), mend()));
    Todo own = globex.create(NewTodo.titled("Sharpen the shears", tenants.eve()));
    PageRequest one = PageRequest.first(1);
    Page<Todo> theirs = acme.page(one);
    assertThat(globex.page(one.after(theirs.next().orElseThrow())).items()).containsExactly(own);
  }

  @Test
  void update_writes_what_may_change_and_counts_the_version() {
    Todo todo = acme.create(mend());
    Todo updated = acme.update(todo.assignedTo(tenants.bob()));
    assertThat(updated.version()).isEqualTo(2);
    assertThat(acme.find(todo.id())).contains(updated);
  }

  @Test
  void update_refuses_a_todo_that_changed_since_it_was_read() {
    Todo todo = acme.create(mend());
    acme.complete(todo.id());
    assertThatExceptionOfType(StaleVersionException.class)
        .isThrownBy(() -> acme.update(todo.assignedTo(tenants.bob())));
  }

  @Test
  void complete_marks_a_todo_as_done() {
    Todo todo = acme.create(mend());
    assertThat(acme.complete(todo.id()).isCompleted()).isTrue();
    assertThat(acme.get(todo.id()).isCompleted()).isTrue();
  }

  @Test
  void a_todo_of_another_tenant_is_not_changed_by_update_complete_or_delete() {
    Todo todo = acme.create(mend());
    assertThatExceptionOfType(StaleVersionException.class)
        .isThrownBy(() -> globex.update(todo.completed()));
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> globex.complete(todo.id()));
    assertThatExceptionOfType(StaleVersionException.class).isThrownBy(() -> globex.delete(todo));
    assertThat(acme.find(todo.id())).contains(todo);
  }

  @Test
  void a_deleted_todo_is_gone_and_cannot_be_deleted_again() {
    Todo todo = acme.create(mend());
    acme.delete(todo);
    assertThat(acme.find(todo.id())).isEmpty();
    assertThatExceptionOfType(StaleVersionException.class).isThrownBy(() -> acme.delete(todo));
  }

  @Test
  void todos_are_listed_by_assignee_with_the_addresses_of_both_people() {
    Todo todo = acme.create(mend().assignedTo(tenants.bob()));
    acme.create(mend());
    assertThat(acme.listAssignedTo(tenants.bob()))
        .containsExactly(new AssignedTodo(todo, "ann@example.com", "bob@example.com"));
    assertThat(globex.listAssignedTo(tenants.bob())).isEmpty();
  }

  @Test
  void a_path_leads_from_a_todo_to_the_person_who_is_to_do_it() {
    acme.create(mend().assignedTo(tenants.bob()));
    assertThat(
            tenants
                .acme()
                .dsl()
                .select(TODOS.TITLE, TODOS.assignee().user().EMAIL_ADDRESS)
                .from(TODOS)
                .fetchMap(TODOS.TITLE, TODOS.assignee().user().EMAIL_ADDRESS))
        .containsExactly(Map.entry("Mend the fence", "bob@example.com"));
  }

  @Test
  void a_todo_outlives_its_assignee_but_not_its_creator() {
    Todo todo = acme.create(mend().assignedTo(tenants.bob()));
    MembershipRepository members = MembershipRepository.in(tenants.acme());
    members.delete(members.get(tenants.bob()));
    assertThat(acme.get(todo.id()).assignee()).isEmpty();
    members.delete(members.get(tenants.ann()));
    assertThat(acme.find(todo.id())).isEmpty();
  }

  private NewTodo mend() {
    return NewTodo.titled("Mend the fence", tenants.ann());
  }

  private static List<Todo> pages(TodoRepository todos, int size) {
    List<Todo> all = new ArrayList<>();
    Page<Todo> page = todos.page(PageRequest.first(size));
    all.addAll(page.items());
    while (page.next().isPresent()) {
      page = todos.page(PageRequest.first(size).after(page.next().get()));
      all.addAll(page.items());
    }
    return all;
  }
}
