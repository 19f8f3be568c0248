/** Applies, inspects and rolls back changelogs. */
@NullMarked
package dev.croft.migrations;

import org.jspecify.annotations.NullMarked;
