package dev.croft.lint.report;

/**
 * A finding before allowances are heard.
 *
 * @param scope what an allowance must stand in to be about it
 */
public record Found(String scope, Finding finding) {}
