/** Checks the story, and that the README tells what the sources do. */
@NullMarked
package com.example.quickstart;

import org.jspecify.annotations.NullMarked;
