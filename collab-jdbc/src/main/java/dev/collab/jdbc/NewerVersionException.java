package dev.collab.jdbc;

/** Thrown inside when something stored is not of this version; it leaves as a StorageException. */
final class NewerVersionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NewerVersionException(String found) {
        super(found);
    }

    NewerVersionException(String found, Throwable cause) {
        super(found, cause);
    }
}
