package dev.collab.archfixtures.statics;

@SuppressWarnings("NonFinalStaticField")
final class Reassigns {
    static int number = 1;

    private Reassigns() {}
}
