/** The suites over the stores, one for each thing a store must do. */
@NullMarked
package dev.collab.tck.storage;

import org.jspecify.annotations.NullMarked;
