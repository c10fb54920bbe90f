/**
 * The contract kit: whoever implements a port extends a contract here and is told what is wrong.
 *
 * <p>What is public in the packages below this one is public for the contracts alone.
 */
@NullMarked
package dev.collab.tck;

import org.jspecify.annotations.NullMarked;
