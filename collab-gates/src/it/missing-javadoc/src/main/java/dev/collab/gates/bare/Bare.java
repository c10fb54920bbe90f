package dev.collab.gates.bare;

/** Is in a package without a package-info. */
public interface Bare {}
