/** The goals of the Maven plugin. */
@NullMarked
package dev.croft.maven;

import org.jspecify.annotations.NullMarked;
