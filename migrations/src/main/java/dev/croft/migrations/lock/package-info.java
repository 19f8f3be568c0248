/** Lets one process at a time migrate a database, by an advisory lock that dies with it. */
@NullMarked
package dev.croft.migrations.lock;

import org.jspecify.annotations.NullMarked;
