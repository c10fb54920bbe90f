package dev.collab.jdbc;

/** Constants by the names they are stored under. */
final class Words {
    private Words() {}

    static <E extends Enum<E>> E one(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new NewerVersionException("an unknown " + type.getSimpleName(), unknown);
        }
    }
}
