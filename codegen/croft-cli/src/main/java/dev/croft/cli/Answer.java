package dev.croft.cli;

import java.util.List;
import java.util.Map;

/**
 * What a command has to say.
 *
 * @param facts the same for programs: texts, numbers, booleans, lists and maps
 * @param lines for people
 */
record Answer(int status, Map<String, ?> facts, List<String> lines) {}
