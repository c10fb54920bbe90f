/** The words of the domain: ids, what is stored of a conversation, settings, and scopes that say who may read what. */
package dev.collab.model;
