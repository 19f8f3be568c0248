package dev.croft.lint.report;

/**
 * What is asked of a schema, or of the changelogs that make it.
 *
 * @param id such as {@code index-not-concurrent}: how people name it when they allow an object
 * @param title a sentence that says what must hold
 * @param why what happens where it does not hold
 */
public record Rule(String id, Severity severity, String title, String why) {}
