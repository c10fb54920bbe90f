/** What happens in a conversation: its life cycle, what is written in it, and how agents and the customer see it. */
package dev.collab.conversation;
