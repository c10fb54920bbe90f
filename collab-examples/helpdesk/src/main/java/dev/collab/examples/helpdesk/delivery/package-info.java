/** What the host does with the library's notifications: notices for agents, mail for customers. */
@NullMarked
package dev.collab.examples.helpdesk.delivery;

import org.jspecify.annotations.NullMarked;
