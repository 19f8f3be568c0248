/** Schema rules about what a database holds, each of them one query. */
@NullMarked
package dev.croft.lint.catalogue;

import org.jspecify.annotations.NullMarked;
