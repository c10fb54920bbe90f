/** What the rooms share and no host sees. */
package dev.collab.internal;
