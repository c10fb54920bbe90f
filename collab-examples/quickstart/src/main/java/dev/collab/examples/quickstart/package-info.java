/** The example {@code quickstart}. */
@NullMarked
package dev.collab.examples.quickstart;

import org.jspecify.annotations.NullMarked;
