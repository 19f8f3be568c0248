/** Applies changelogs to a database, says what has been applied, and rolls it back. */
@NullMarked
package dev.croft.migrations;

import org.jspecify.annotations.NullMarked;
