/** What the statements of a script do to tables, read with PostgreSQL's grammar. */
@NullMarked
package dev.croft.lint.sql;

import org.jspecify.annotations.NullMarked;
