package dev.collab.archfixtures.sideways.inmemory;

public enum Adapter {}
