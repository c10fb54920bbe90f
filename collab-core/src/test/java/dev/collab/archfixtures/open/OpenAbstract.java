package dev.collab.archfixtures.open;

public abstract class OpenAbstract {}
