/** What all suites of the kit share: the adapter they ask, and how a failure explains itself. */
@NullMarked
package dev.collab.tck.suite;

import org.jspecify.annotations.NullMarked;
