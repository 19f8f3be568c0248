package com.example.todo;

import static java.util.Objects.requireNonNull;

import dev.croft.identity.UserId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A todo to be created.
 *
 * @param priority from 1, most, to 5, least
 * @param creator a member of the tenant
 * @param assignee a member of the tenant
 */
public record NewTodo(
    String title,
    String description,
    int priority,
    Optional<LocalDate> dueDate,
    UserId creator,
    Optional<UserId> assignee) {
  private static final int USUAL_PRIORITY = 3;

  public NewTodo {
    requireNonNull(title, "title");
    requireNonNull(description, "description");
    requireNonNull(dueDate, "dueDate");
    requireNonNull(creator, "creator");
    requireNonNull(assignee, "assignee");
  }

  /** A todo of usual priority that nobody is to do yet. */
  public static NewTodo titled(String title, UserId creator) {
    return new NewTodo(title, "", USUAL_PRIORITY, Optional.empty(), creator, Optional.empty());
  }

  /** This todo for a member to do. */
  public NewTodo assignedTo(UserId member) {
    return new NewTodo(title, description, priority, dueDate, creator, Optional.of(member));
  }

  /** This todo with a day by which to do it. */
  public NewTodo due(LocalDate day) {
    return new NewTodo(title, description, priority, Optional.of(day), creator, assignee);
  }
}
