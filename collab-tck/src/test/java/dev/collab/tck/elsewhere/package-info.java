/** Where the tests of {@code skipping} find help that is not read with them. */
package dev.collab.tck.elsewhere;
