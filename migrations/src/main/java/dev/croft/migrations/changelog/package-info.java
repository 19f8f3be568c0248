/** Finds what Liquibase would overlook in a formatted SQL file without a word. */
@NullMarked
package dev.croft.migrations.changelog;

import org.jspecify.annotations.NullMarked;
