/** Draws and describes the schema of a database, from its catalogue alone. */
@NullMarked
package dev.croft.documentation;

import org.jspecify.annotations.NullMarked;
