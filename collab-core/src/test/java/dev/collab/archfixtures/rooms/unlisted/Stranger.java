package dev.collab.archfixtures.rooms.unlisted;

public enum Stranger {}
