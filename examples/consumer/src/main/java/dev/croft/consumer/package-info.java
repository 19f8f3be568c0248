/** A user's project beside this build, in which Maven runs on what is published. */
@NullMarked
package dev.croft.consumer;

import org.jspecify.annotations.NullMarked;
