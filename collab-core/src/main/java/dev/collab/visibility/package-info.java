/** Who may see what: the one place that decides access to a conversation. */
package dev.collab.visibility;
