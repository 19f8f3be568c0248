/** The story that the README's first command tells. */
@NullMarked
package com.example.quickstart;

import org.jspecify.annotations.NullMarked;
