/** Tests of what statements are understood to do. */
@NullMarked
package dev.croft.lint.sql;

import org.jspecify.annotations.NullMarked;
