/** Schema rules about changelog files, asked before anything runs. */
@NullMarked
package dev.croft.lint.changelog;

import org.jspecify.annotations.NullMarked;
