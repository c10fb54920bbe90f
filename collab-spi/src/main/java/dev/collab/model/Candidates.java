package dev.collab.model;

/** Says whom a rule of the policy lets people add. */
public enum Candidates {
    /** Agents who share a group with the adder. */
    PEERS,

    /** Agents of the groups the rule names. */
    NAMED_GROUPS,

    /** Any agent. */
    ANYONE,

    /** Supervisors of the conversation's group and admins of the inbox. */
    SUPERIORS
}
