/** Puts data into a migrated database: what every tenant has, and rows to develop with. */
@NullMarked
package dev.croft.seeding;

import org.jspecify.annotations.NullMarked;
