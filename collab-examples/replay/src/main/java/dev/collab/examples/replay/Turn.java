package dev.collab.examples.replay;

/**
 * Is a line of a chat, as the file has it.
 *
 * @param number its place in the chat: 1, 2, 3 …
 * @param speaker who it is from
 * @param text what was said; nothing is checked here, the desks know the rules
 * @param place where it stands in the file, as line:column
 */
record Turn(int number, Speaker speaker, String text, String place) {}
