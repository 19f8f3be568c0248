/** How tenants and members want the service to look and to notify. */
@NullMarked
package dev.croft.preference;

import org.jspecify.annotations.NullMarked;
