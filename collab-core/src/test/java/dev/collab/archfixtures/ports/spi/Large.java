package dev.collab.archfixtures.ports.spi;

public interface Large extends Full {
    default void oneTooMany() {}
}
