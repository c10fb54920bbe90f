/** How the host writes and reads JSON. */
@NullMarked
package dev.collab.examples.helpdesk.json;

import org.jspecify.annotations.NullMarked;
