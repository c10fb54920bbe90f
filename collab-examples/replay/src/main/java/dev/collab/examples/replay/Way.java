package dev.collab.examples.replay;

/** Says how the collaborator comes into a chat; the chats of a file take turns. */
enum Way {
    /** The assignee adds the collaborator, who takes part at once. */
    ADDED,

    /** The assignee asks the collaborator, who accepts: the chat can wait, and then the policy wants it so. */
    INVITED,

    /** The assignee asks a part-timer, who declines, and adds the collaborator instead. */
    DECLINED,

    /** The assignee mentions the collaborator in a note, which adds them. */
    MENTIONED;

    /** Finds the way of a chat by its place in the file. */
    static Way of(int number) {
        return values()[(number - 1) % values().length];
    }
}
