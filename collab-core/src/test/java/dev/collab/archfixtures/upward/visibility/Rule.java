package dev.collab.archfixtures.upward.visibility;

public enum Rule {}
