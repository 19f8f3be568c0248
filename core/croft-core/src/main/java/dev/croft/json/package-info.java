/** JSON as columns hold it, read and written by jOOQ. */
@NullMarked
package dev.croft.json;

import org.jspecify.annotations.NullMarked;
