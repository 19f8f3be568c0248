/** Asks the schema rules, of changelog files and of databases, and reports what breaks them. */
@NullMarked
package dev.croft.lint;

import org.jspecify.annotations.NullMarked;
