package dev.croft.testkit.contract;

import dev.croft.CroftConfig;

/**
 * The database in which a repository is tried.
 *
 * @param config how an application would open it
 */
public record Surroundings(CroftConfig config) {}
