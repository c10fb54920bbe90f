package dev.collab.examples.helpdesk.live;

/**
 * Is one event on a stream to a browser.
 *
 * @param name what happened
 * @param data what it is about, as JSON without line breaks
 */
public record Event(String name, String data) {
    /** Says: the stream stands, read everything. */
    public static final Event READY = new Event("ready", "{}");

    /** Says: more changed than one conversation, read everything again. */
    public static final Event REFRESH = new Event("refresh", "{}");

    /** {@return the event as it goes over the wire} */
    public String frame() {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}
