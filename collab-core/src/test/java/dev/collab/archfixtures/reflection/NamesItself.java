package dev.collab.archfixtures.reflection;

final class NamesItself {
    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}
