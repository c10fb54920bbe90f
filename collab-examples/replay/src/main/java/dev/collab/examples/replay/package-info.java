/** The example {@code replay}. */
@NullMarked
package dev.collab.examples.replay;

import org.jspecify.annotations.NullMarked;
