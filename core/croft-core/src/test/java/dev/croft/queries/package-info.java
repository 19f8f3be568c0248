@NullMarked
package dev.croft.queries;

import org.jspecify.annotations.NullMarked;
