/** Where connections come from: configuration, credentials and pools. */
@NullMarked
package dev.croft.connection;

import org.jspecify.annotations.NullMarked;
