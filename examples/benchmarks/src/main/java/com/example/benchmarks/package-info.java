/** What the fences cost, measured by JMH against the same queries without them. */
@NullMarked
package com.example.benchmarks;

import org.jspecify.annotations.NullMarked;
