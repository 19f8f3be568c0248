/** The base changelog on real databases: what it refuses, grants and hides. */
@NullMarked
package dev.croft.schema;

import org.jspecify.annotations.NullMarked;
