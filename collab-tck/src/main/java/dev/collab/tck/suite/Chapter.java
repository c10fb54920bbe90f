package dev.collab.tck.suite;

/** Names the chapters of {@code docs/write-an-adapter.md} by their anchors. */
public enum Chapter {
    /** How the kit is run and what may be declared. */
    THE_KIT("the-kit"),

    /** Settings of inboxes. */
    SETTINGS("1-settings"),

    /** Storing a commit. */
    COMMIT("2-commit"),

    /** Loading what a decision needs. */
    LOAD("3-load"),

    /** Pages of a timeline, and counts. */
    TIMELINE("4-timeline"),

    /** Commands that are sent again. */
    RECEIPTS("5-receipts"),

    /** Lists of conversations, marks, mutes, ids, and what is overdue. */
    LISTS("6-lists"),

    /** Collaborations for reports. */
    COLLABORATIONS("7-collaborations"),

    /** The outbox. */
    OUTBOX("8-outbox"),

    /** Values that are easily changed by accident. */
    VALUES("9-values"),

    /** Many threads, many hosts, many tenants. */
    CONCURRENCY("10-concurrency-and-tenants"),

    /** The rules of the domain over the adapter. */
    RULES("11-the-rules-over-your-adapter"),

    /** People. */
    DIRECTORY("12-directory"),

    /** Delivery. */
    NOTIFIER("13-notifier");

    private final String anchor;

    Chapter(String anchor) {
        this.anchor = anchor;
    }

    /** {@return where to read} */
    public String place() {
        return "docs/write-an-adapter.md#" + anchor;
    }
}
