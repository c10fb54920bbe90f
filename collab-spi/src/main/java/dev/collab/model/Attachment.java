package dev.collab.model;

/**
 * Describes a file that belongs to an entry; the host keeps its bytes.
 *
 * @param id the host's id of the file, unique in the conversation
 * @param name the file's name, at most 255 characters
 * @param mediaType the media type as the host was told, at most 255 characters
 * @param size in bytes
 */
public record Attachment(AttachmentId id, String name, String mediaType, long size) {
    /** Checks the values. */
    public Attachment {
        Checks.label("attachment's name", name, 255);
        Checks.label("attachment's media type", mediaType, 255);
        Checks.notNegative("attachment's size", size);
    }
}
