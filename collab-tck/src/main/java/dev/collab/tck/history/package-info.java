/** Records what threads asked and heard, and tells whether one thread alone could have heard the same. */
@NullMarked
package dev.collab.tck.history;

import org.jspecify.annotations.NullMarked;
