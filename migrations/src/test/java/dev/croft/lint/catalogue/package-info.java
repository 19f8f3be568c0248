/**
 * Tests of the rules about databases, each with an example that breaks it and one that keeps it.
 */
@NullMarked
package dev.croft.lint.catalogue;

import org.jspecify.annotations.NullMarked;
