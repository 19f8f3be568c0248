/** Migrates many schemas of one database: in waves after canaries, and again after a failure. */
@NullMarked
package dev.croft.migrations.waves;

import org.jspecify.annotations.NullMarked;
