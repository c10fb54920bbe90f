/** The suites over a directory of people. */
@NullMarked
package dev.collab.tck.directory;

import org.jspecify.annotations.NullMarked;
