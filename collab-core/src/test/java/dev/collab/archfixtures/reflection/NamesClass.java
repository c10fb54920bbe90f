package dev.collab.archfixtures.reflection;

final class NamesClass {
    private NamesClass() {}

    static Class<?> named(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }
}
