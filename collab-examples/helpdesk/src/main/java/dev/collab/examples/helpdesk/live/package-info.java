/** How open screens learn that they should read again, in this process and in others. */
@NullMarked
package dev.collab.examples.helpdesk.live;

import org.jspecify.annotations.NullMarked;
