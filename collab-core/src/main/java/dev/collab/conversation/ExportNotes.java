package dev.collab.conversation;

/** Says whether an export has the notes its viewer may see. */
public enum ExportNotes {
    /** With the notes. */
    INCLUDED,

    /** Without any note, and without what tells of one. */
    LEFT_OUT
}
