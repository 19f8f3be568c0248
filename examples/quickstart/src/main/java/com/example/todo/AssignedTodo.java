package com.example.todo;

/** A todo with the addresses of the two people it concerns. */
public record AssignedTodo(Todo todo, String creatorAddress, String assigneeAddress) {}
