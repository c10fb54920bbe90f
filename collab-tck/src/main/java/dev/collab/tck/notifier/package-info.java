/** The suites over a notifier. */
@NullMarked
package dev.collab.tck.notifier;

import org.jspecify.annotations.NullMarked;
