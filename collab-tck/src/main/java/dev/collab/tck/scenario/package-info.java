/** Tells the rules of the domain as short stories, over the storage under test. */
@NullMarked
package dev.collab.tck.scenario;

import org.jspecify.annotations.NullMarked;
