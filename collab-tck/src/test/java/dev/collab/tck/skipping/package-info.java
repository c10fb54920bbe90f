/** Tests that would leave a part of the kit out, each in its way; none is a test of the build. */
package dev.collab.tck.skipping;
