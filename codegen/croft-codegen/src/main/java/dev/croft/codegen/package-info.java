/** Generates table classes from changelogs. */
@NullMarked
package dev.croft.codegen;

import org.jspecify.annotations.NullMarked;
