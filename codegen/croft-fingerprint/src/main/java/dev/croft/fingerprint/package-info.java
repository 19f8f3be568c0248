/**
 * Whether generated code is what would be generated again. Java 17, because Maven's own JVM loads
 * it.
 */
@NullMarked
package dev.croft.fingerprint;

import org.jspecify.annotations.NullMarked;
