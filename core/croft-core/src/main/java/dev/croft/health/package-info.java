/** How an open Croft is: its pools, its server, the state of its schema. */
@NullMarked
package dev.croft.health;

import org.jspecify.annotations.NullMarked;
