package dev.collab.archfixtures.impure.spi;

public interface Directory {}
