package dev.collab.tck.model;

/**
 * Is one command of a history; small numbers only, so that it prints in a line and can be left out.
 *
 * @param kind what is done
 * @param actor who does it
 * @param other to whom
 * @param choice which text, option or setting
 * @param key 0 for a key of its own; commands with the same other number share their key
 */
record Step(Kind kind, Who actor, Who other, int choice, int key) {
    enum Kind {
        WRITE,
        STRANGER_WRITES,
        REPLY,
        NOTE,
        ADD,
        REMOVE,
        LEAVE,
        JOIN,
        CLAIM,
        TRANSFER,
        TRANSFER_AND_STAY,
        TRANSFER_TO_GROUP,
        TRANSFER_TO_GROUP_AND_STAY,
        RELEASE,
        RESOLVE,
        REOPEN,
        CLOSE,
        MOVE,
        INVITE_GROUP,
        ACCEPT,
        DECLINE,
        CHANGE_CASE,
        REDACT,
        SETTINGS,
        PEOPLE,
        TIME,
        OPEN_ANOTHER,
        MERGE,
        MARK,
        MUTE,
        DELIVER,
        SWEEP,
        FORGET,
        ERASE_CUSTOMER,
        ERASE_AGENT;

        boolean isCustomers() {
            return this == WRITE || this == STRANGER_WRITES;
        }

        boolean isAgents() {
            return !isCustomers() && !isHosts() && this != SETTINGS && this != PEOPLE && this != TIME;
        }

        /** Only two storages that are compared with each other go through these; the model has no books of them. */
        boolean isHosts() {
            return compareTo(OPEN_ANOTHER) >= 0;
        }
    }

    /** The first three are whoever is that when the step comes. */
    enum Who {
        ASSIGNEE,
        COLLABORATOR,
        INVITEE,
        ADA,
        SUE,
        ASHA,
        BEN,
        BO,
        DOT,
        CARLA,
        NOBODY,
        SYSTEM
    }

    @Override
    public String toString() {
        return kind + " " + actor + " -> " + other + " (" + choice + ")" + (key == 0 ? "" : " key " + key);
    }
}
