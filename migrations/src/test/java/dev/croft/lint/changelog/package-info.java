/** Tests of the rules about changelog files. */
@NullMarked
package dev.croft.lint.changelog;

import org.jspecify.annotations.NullMarked;
