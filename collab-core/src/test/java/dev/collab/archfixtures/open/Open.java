package dev.collab.archfixtures.open;

public class Open {}
