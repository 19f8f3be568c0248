/** Values and secrets that must not be in any text, and what is searched for them. */
@NullMarked
package dev.croft.leaks;

import org.jspecify.annotations.NullMarked;
