package com.example.todo;

import dev.croft.identity.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A todo, as it was when it was read.
 *
 * @param priority from 1, most, to 5, least
 */
public record Todo(
    TodoId id,
    String title,
    String description,
    int priority,
    boolean isCompleted,
    Optional<LocalDate> dueDate,
    UserId creator,
    Optional<UserId> assignee,
    long version,
    Instant createdAt) {

  /** This todo, done. */
  public Todo completed() {
    return new Todo(
        id, title, description, priority, true, dueDate, creator, assignee, version, createdAt);
  }

  /** This todo for a member to do. */
  public Todo assignedTo(UserId member) {
    return new Todo(
        id,
        title,
        description,
        priority,
        isCompleted,
        dueDate,
        creator,
        Optional.of(member),
        version,
        createdAt);
  }
}
