package dev.collab.archfixtures.open;

public record Closed(int number) {}
