-- Storage of collab, version 1. ${schema} is the schema's name; Flyway calls this a placeholder.
-- Every key begins with the tenant ('' if there is only one). Ids are compared byte by byte.

CREATE TABLE ${schema}.collab_schema (
    version integer NOT NULL PRIMARY KEY,
    installed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE ${schema}.collab_inbox (
    tenant text COLLATE "C" NOT NULL,
    inbox text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    epoch bigint NOT NULL,
    -- The choices that lists filter by.
    group_reads_all boolean NOT NULL,
    others_read boolean NOT NULL,
    settings jsonb NOT NULL,
    PRIMARY KEY (tenant, inbox)
);

CREATE INDEX collab_inbox_group_reads_all ON ${schema}.collab_inbox (tenant, inbox) WHERE group_reads_all;

-- How the settings came about.
CREATE TABLE ${schema}.collab_inbox_change (
    tenant text COLLATE "C" NOT NULL,
    inbox text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    admin text COLLATE "C" NOT NULL,
    at timestamptz NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    PRIMARY KEY (tenant, inbox, revision)
);

-- The head of a conversation. No column that changes with every message is indexed, and pages keep room, so that an
-- update stays on its page.
CREATE TABLE ${schema}.collab_conversation (
    tenant text COLLATE "C" NOT NULL,
    conversation text COLLATE "C" NOT NULL,
    inbox text COLLATE "C" NOT NULL,
    customer text COLLATE "C" NOT NULL,
    customer_name text NOT NULL,
    channel text NOT NULL,
    subject text,
    case_group text COLLATE "C",
    topics text[] NOT NULL,
    attributes jsonb NOT NULL,
    status text NOT NULL,
    assignee text COLLATE "C",
    assigned_sequence bigint NOT NULL,
    collaborations jsonb NOT NULL,
    invitations jsonb NOT NULL,
    follow_up_of text COLLATE "C",
    merged_into text COLLATE "C",
    merged_sequence bigint,
    revision bigint NOT NULL,
    entries bigint NOT NULL,
    customer_entries bigint NOT NULL,
    customer_version bigint NOT NULL,
    newest_public bigint NOT NULL,
    opened_at timestamptz NOT NULL,
    last_activity_at timestamptz NOT NULL,
    -- When the first time box or time to live is over.
    due_at timestamptz,
    PRIMARY KEY (tenant, conversation)
) WITH (fillfactor = 70);

CREATE INDEX collab_conversation_inbox ON ${schema}.collab_conversation (tenant, inbox, conversation);
CREATE INDEX collab_conversation_customer ON ${schema}.collab_conversation (tenant, customer, conversation);
CREATE INDEX collab_conversation_due ON ${schema}.collab_conversation (tenant, due_at, conversation)
    WHERE due_at IS NOT NULL;

-- What lists are read from: one row for each conversation with something to show. Place: 0 queued, 1 assigned,
-- 2 resolved, 3 closed. Rank: microseconds since 1970 of the last activity, negated: the newest comes first.
CREATE TABLE ${schema}.collab_listed (
    tenant text COLLATE "C" NOT NULL,
    conversation text COLLATE "C" NOT NULL,
    inbox text COLLATE "C" NOT NULL,
    customer text COLLATE "C" NOT NULL,
    case_group text COLLATE "C",
    assignee text COLLATE "C",
    place smallint NOT NULL,
    rank bigint NOT NULL,
    PRIMARY KEY (tenant, conversation)
);

CREATE INDEX collab_listed_inbox ON ${schema}.collab_listed (tenant, inbox, place, rank, conversation);
CREATE INDEX collab_listed_customer ON ${schema}.collab_listed (tenant, customer, place, rank, conversation);
CREATE INDEX collab_listed_assignee ON ${schema}.collab_listed (tenant, assignee, place, rank, conversation)
    WHERE assignee IS NOT NULL;
CREATE INDEX collab_listed_group ON ${schema}.collab_listed (tenant, case_group, inbox, place, rank, conversation)
    WHERE case_group IS NOT NULL;
CREATE INDEX collab_listed_queue ON ${schema}.collab_listed (tenant, case_group, rank, conversation)
    WHERE place = 0 AND case_group IS NOT NULL;

-- Collaborations, in force (ended_at is null; also those that are over without an entry) and ended. Those in force
-- carry place and rank of their conversation; null if it is not listed.
CREATE TABLE ${schema}.collab_collaboration (
    tenant text COLLATE "C" NOT NULL,
    conversation text COLLATE "C" NOT NULL,
    collaboration text COLLATE "C" NOT NULL,
    inbox text COLLATE "C" NOT NULL,
    customer text COLLATE "C" NOT NULL,
    agent text COLLATE "C" NOT NULL,
    epoch bigint NOT NULL,
    started_at timestamptz NOT NULL,
    ends_at timestamptz,
    ended_at timestamptz,
    end_reason text,
    place smallint,
    rank bigint,
    facts jsonb NOT NULL,
    PRIMARY KEY (tenant, conversation, collaboration)
);

CREATE INDEX collab_collaboration_agent ON ${schema}.collab_collaboration (tenant, agent, place, rank, conversation)
    WHERE ended_at IS NULL;
CREATE INDEX collab_collaboration_inbox
    ON ${schema}.collab_collaboration (tenant, inbox, started_at, conversation, collaboration);

-- The timeline. An entry changes only when something is taken out of it.
CREATE TABLE ${schema}.collab_entry (
    tenant text COLLATE "C" NOT NULL,
    conversation text COLLATE "C" NOT NULL,
    sequence bigint NOT NULL,
    revision bigint NOT NULL,
    customer_sequence bigint,
    kind text NOT NULL,
    audience text NOT NULL,
    readers text[] NOT NULL,
    author_kind text NOT NULL,
    author text COLLATE "C" NOT NULL,
    author_name text NOT NULL,
    presented_name text,
    content text,
    attachments jsonb NOT NULL,
    facts jsonb NOT NULL,
    settings_revision bigint,
    at timestamptz NOT NULL,
    redacted boolean NOT NULL,
    PRIMARY KEY (tenant, conversation, sequence)
);

CREATE INDEX collab_entry_audience ON ${schema}.collab_entry (tenant, conversation, audience, sequence);
CREATE UNIQUE INDEX collab_entry_customer ON ${schema}.collab_entry (tenant, conversation, customer_sequence)
    WHERE customer_sequence IS NOT NULL;

-- Who sees an entry besides its audience.
CREATE TABLE ${schema}.collab_entry_reader (
    tenant text COLLATE "C" NOT NULL,
    conversation text COLLATE "C" NOT NULL,
    reader text COLLATE "C" NOT NULL,
    sequence bigint NOT NULL,
    PRIMARY KEY (tenant, conversation, reader, sequence)
);

-- Commands that were done.
CREATE TABLE ${schema}.collab_receipt (
    tenant text COLLATE "C" NOT NULL,
    conversation text COLLATE "C" NOT NULL,
    actor_kind text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    command text COLLATE "C" NOT NULL,
    fingerprint text NOT NULL,
    sequence bigint NOT NULL,
    ids jsonb NOT NULL,
    at timestamptz NOT NULL,
    keep_until timestamptz NOT NULL,
    PRIMARY KEY (tenant, conversation, actor_kind, actor, command)
);

CREATE INDEX collab_receipt_keep_until ON ${schema}.collab_receipt (tenant, keep_until);

CREATE TABLE ${schema}.collab_mark (
    tenant text COLLATE "C" NOT NULL,
    conversation text COLLATE "C" NOT NULL,
    viewer_kind text COLLATE "C" NOT NULL,
    viewer text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (tenant, conversation, viewer_kind, viewer)
) WITH (fillfactor = 70);

CREATE TABLE ${schema}.collab_mute (
    tenant text COLLATE "C" NOT NULL,
    conversation text COLLATE "C" NOT NULL,
    agent text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, conversation, agent)
);

-- Notifications that wait for delivery. A line is what one recipient is told of one conversation, in order.
CREATE TABLE ${schema}.collab_outbox (
    tenant text COLLATE "C" NOT NULL,
    notification text COLLATE "C" NOT NULL,
    inbox text COLLATE "C" NOT NULL,
    conversation text COLLATE "C" NOT NULL,
    recipient_kind text COLLATE "C" NOT NULL,
    recipient text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    revision bigint NOT NULL,
    ordinal integer NOT NULL,
    sequence bigint,
    actor text COLLATE "C" NOT NULL,
    subject text COLLATE "C",
    at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL DEFAULT '-infinity',
    claimer text COLLATE "C",
    parked boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant, notification)
);

CREATE INDEX collab_outbox_due ON ${schema}.collab_outbox (tenant, due_at, notification) WHERE NOT parked;
CREATE INDEX collab_outbox_line
    ON ${schema}.collab_outbox (tenant, conversation, recipient_kind, recipient, revision, ordinal) WHERE NOT parked;
CREATE INDEX collab_outbox_parked ON ${schema}.collab_outbox (tenant, notification) WHERE parked;

INSERT INTO ${schema}.collab_schema (version) VALUES (1);
