package com.example.todo;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one todo of a tenant. */
public record TodoId(UUID value) {
  public TodoId {
    requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
