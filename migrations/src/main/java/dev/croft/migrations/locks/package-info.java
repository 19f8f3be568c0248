/** Reads what a transaction has locked, rewritten and read through. */
@NullMarked
package dev.croft.migrations.locks;

import org.jspecify.annotations.NullMarked;
