/** Random statements, run behind each fence alone, and against what a tenant alone would see. */
@NullMarked
package dev.croft.oracle;

import org.jspecify.annotations.NullMarked;
