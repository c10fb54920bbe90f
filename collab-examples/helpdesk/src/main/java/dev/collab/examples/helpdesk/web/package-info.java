/** The host's HTTP: each answer is what somebody's desk says, and nothing is decided here. */
@NullMarked
package dev.collab.examples.helpdesk.web;

import org.jspecify.annotations.NullMarked;
