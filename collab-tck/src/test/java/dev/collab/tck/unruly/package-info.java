/** Tests as the kit itself must have none, each for another reason; none is a test of the build. */
package dev.collab.tck.unruly;
