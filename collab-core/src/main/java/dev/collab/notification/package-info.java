/** Who is told of what: recipients are decided with the command, delivery comes after it. */
package dev.collab.notification;
