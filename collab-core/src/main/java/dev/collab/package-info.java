/**
 * The entrance: build a {@link dev.collab.Collab} and ask it for the desk of whoever acts.
 *
 * <p>The rules stand in the rooms of the domain; here they are loaded for, asked, and their decisions stored.
 */
package dev.collab;
