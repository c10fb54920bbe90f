package dev.collab.archfixtures.upward.inmemory;

public enum Adapter {}
