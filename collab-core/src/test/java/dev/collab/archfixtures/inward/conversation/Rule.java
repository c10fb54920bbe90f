package dev.collab.archfixtures.inward.conversation;

public enum Rule {}
