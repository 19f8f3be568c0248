/** JSON as columns hold it, read and written by jOOQ or, bound to records, by Jackson. */
@NullMarked
package dev.croft.json;

import org.jspecify.annotations.NullMarked;
