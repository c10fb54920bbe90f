package dev.collab.archfixtures.rooms.outcome;

public enum Lowest {}
