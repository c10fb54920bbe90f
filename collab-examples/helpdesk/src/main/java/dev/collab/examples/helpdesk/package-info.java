/** The example {@code helpdesk}: a small web host that embeds the library. */
@NullMarked
package dev.collab.examples.helpdesk;

import org.jspecify.annotations.NullMarked;
