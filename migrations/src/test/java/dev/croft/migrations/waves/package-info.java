/** Tests of waves: what they touch, what they leave, and what they tell. */
@NullMarked
package dev.croft.migrations.waves;

import org.jspecify.annotations.NullMarked;
