package dev.collab.archfixtures.rooms.inbox;

public enum Inbox {}
