package dev.croft.analysis;

/**
 * A table that was not read, or not to its end.
 *
 * @param reason such as "row-level security hides rows of it"
 */
public record Unread(String table, String reason) {}
