@NullMarked
package dev.croft.seeding;

import org.jspecify.annotations.NullMarked;
