package dev.collab.archfixtures.leaking.internal;

public class Hidden {}
