/** What an inbox admin decides, and the rules of changing it. */
package dev.collab.inbox;
