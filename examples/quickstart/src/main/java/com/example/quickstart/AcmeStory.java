package com.example.quickstart;

import com.example.todo.NewTodo;
import com.example.todo.Todo;
import com.example.todo.TodoRepository;
import dev.croft.access.AccessRepository;
import dev.croft.access.PermissionName;
import dev.croft.identity.UserId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.TenantSession;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/** A tenant's ordinary day. */
final class AcmeStory {
  private final Transcript transcript;
  private final AccessRepository access;
  private final TodoRepository todos;
  private final UserId ann;
  private final UserId bob;

  AcmeStory(Transcript transcript, TenantSession acme, Cast cast) {
    this.transcript = transcript;
    this.access = AccessRepository.in(acme);
    this.todos = TodoRepository.in(acme);
    this.ann = cast.ann().id();
    this.bob = cast.bob().id();
  }

  /** Tells it; returns a todo that is there at the end. */
  Todo tell() {
    transcript.chapter("Acme's day");
    askWhoMayInvite();
    Todo fence = create();
    List<Todo> more = createAll();
    page();
    Todo mended = complete(fence);
    listAssigned();
    delete(more.getLast());
    return mended;
  }

  private void askWhoMayInvite() {
    transcript.step("May Ann and Bob invite people? Their roles came with the tenant");
    PermissionName invite = PermissionName.of("invitation", "create");
    transcript.rows(
        List.of(
            List.of("Ann", roles(ann), access.permits(ann, invite) ? "may" : "may not"),
            List.of("Bob", roles(bob), access.permits(bob, invite) ? "may" : "may not")));
  }

  private String roles(UserId user) {
    return "is " + String.join(" and ", access.roleNames(user));
  }

  private Todo create() {
    transcript.step("Ann of acme creates a todo for Bob");
    Todo fence =
        todos.create(
            NewTodo.titled("Mend the fence", ann)
                .assignedTo(bob)
                .due(LocalDate.of(2027, Month.MARCH, 1)));
    show(List.of(fence));
    return fence;
  }

  private List<Todo> createAll() {
    transcript.step("Three more in one transaction: all of them, or none");
    List<Todo> created =
        todos.createAll(
            List.of(
                NewTodo.titled("Paint the gate", ann).assignedTo(bob),
                NewTodo.titled("Count the sheep", bob),
                NewTodo.titled("Burn the old posts", bob)));
    show(created);
    return created;
  }

  private void page() {
    transcript.step("They are read in pages of two; the second begins where the first ended");
    PageRequest firstTwo = PageRequest.first(2);
    Page<Todo> first = todos.page(firstTwo);
    show(first.items());
    first.next().ifPresent(end -> show(todos.page(firstTwo.after(end)).items()));
  }

  private Todo complete(Todo fence) {
    transcript.step("Bob completes his first todo");
    Todo mended = todos.complete(fence.id());
    show(List.of(mended));
    return mended;
  }

  private void listAssigned() {
    transcript.step("What Bob has to do, with the people who are concerned");
    transcript.say("People are shared between tenants: acme sees a person through a membership.");
    transcript.rows(
        todos.listAssignedTo(bob).stream()
            .map(
                found ->
                    List.of(
                        found.todo().title(),
                        "from " + found.creatorAddress(),
                        "to " + found.assigneeAddress()))
            .toList());
  }

  private void delete(Todo todo) {
    transcript.step("One is deleted, at the version that was read");
    todos.delete(todo);
  }

  private void show(List<Todo> rows) {
    transcript.rows(
        rows.stream()
            .map(
                todo ->
                    List.of(
                        todo.title(),
                        todo.isCompleted() ? "done" : "open",
                        "priority " + todo.priority(),
                        todo.dueDate().map(day -> "due " + day).orElse("no due date"),
                        "version " + todo.version()))
            .toList());
  }
}
