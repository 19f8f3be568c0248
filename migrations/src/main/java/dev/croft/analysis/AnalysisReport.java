package dev.croft.analysis;

import java.util.List;

/**
 * What was found.
 *
 * @param tables how many tables were read
 */
public record AnalysisReport(int tables, List<Dependency> dependencies, List<Unread> unread) {}
