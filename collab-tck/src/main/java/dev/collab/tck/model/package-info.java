/** Random histories of commands through the desks, and what must hold in each of them whatever the storage. */
@NullMarked
package dev.collab.tck.model;

import org.jspecify.annotations.NullMarked;
