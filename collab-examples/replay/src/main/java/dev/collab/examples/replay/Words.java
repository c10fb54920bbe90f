package dev.collab.examples.replay;

/** Is what the replay lets agents say that is not in the file; lines are named by number, never by what they say. */
final class Words {
    /** What a part-timer answers. */
    static final String NO_TIME = "My shift ends in five minutes.";

    private Words() {}

    /** What somebody is asked who is invited. */
    static String question(Turn line) {
        return "Can you help from line " + line.number() + " on?";
    }

    /** What the assignee tells the collaborator, and everyone on the conversation. */
    static String call(Turn line) {
        return "Please share the replies with me from line " + line.number() + " on.";
    }

    /** What the collaborator tells the assignee. */
    static String greeting(Turn line) {
        return "I joined at line " + line.number() + " of the transcript.";
    }
}
