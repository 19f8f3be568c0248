/** The way in: open Croft, and ask it for sessions. */
@NullMarked
package dev.croft;

import org.jspecify.annotations.NullMarked;
