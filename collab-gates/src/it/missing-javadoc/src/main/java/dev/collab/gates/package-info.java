/** Nothing but what a gate looks at. */
@NullMarked
package dev.collab.gates;

import org.jspecify.annotations.NullMarked;
