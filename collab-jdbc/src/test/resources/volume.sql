-- 100,000 conversations with an entry each, and one with 900,000 entries of which the last 10,000 are for two people only.
INSERT INTO ${schema}.collab_inbox (tenant, inbox, revision, epoch, group_reads_all, others_read, settings)
SELECT '', 'inbox-' || i, 1, 0, i = 4, i = 3, '${settings}'::jsonb FROM generate_series(0, 4) i;

INSERT INTO ${schema}.collab_conversation
SELECT '', 'chat-' || i, 'inbox-' || i % 5, 'customer-' || i % 20000, 'Somebody', 'LIVE_CHAT', NULL, 'group-' || i % 20, '{}',
    '{}', (ARRAY['OPEN', 'OPEN', 'RESOLVED', 'CLOSED', 'CLOSED'])[1 + i % 5],
    CASE WHEN i % 10 = 0 THEN NULL ELSE 'agent-' || i % 200 END, 0, '[]', '[]', NULL, NULL, NULL, 1, 1, 1, 1, 0,
    timestamptz '2026-01-01' + i * interval '1 second', timestamptz '2026-01-01' + i * interval '1 second',
    CASE WHEN i % 1000 = 0 THEN timestamptz '2026-06-01' + i * interval '1 second' END
FROM generate_series(1, 100000) i;

UPDATE ${schema}.collab_conversation SET entries = 900000, newest_public = 880000, customer_entries = 100
WHERE conversation = 'chat-100000';

INSERT INTO ${schema}.collab_listed
SELECT tenant, conversation, inbox, customer, case_group, assignee,
    CASE status WHEN 'RESOLVED' THEN 2 WHEN 'CLOSED' THEN 3 ELSE CASE WHEN assignee IS NULL THEN 0 ELSE 1 END END,
    -(extract(epoch FROM last_activity_at) * 1000000)::bigint
FROM ${schema}.collab_conversation;

INSERT INTO ${schema}.collab_collaboration
SELECT '', conversation, 'grant of ' || conversation, inbox, customer, 'helper-' || length(conversation) % 3, 0,
    last_activity_at, NULL, NULL, NULL, place, rank, '${grant}'::jsonb
FROM ${schema}.collab_listed JOIN ${schema}.collab_conversation USING (tenant, conversation, inbox, customer)
WHERE place <= 1;

INSERT INTO ${schema}.collab_entry
SELECT '', 'chat-' || i, 0, 1, 0, 'CUSTOMER_MESSAGE', 'PUBLIC', '{}', 'CUSTOMER', 'customer', 'Somebody', NULL, 'Hello?', '[]',
    '{}', NULL, timestamptz '2026-01-01', false
FROM generate_series(1, 99999) i;

INSERT INTO ${schema}.collab_entry
SELECT '', 'chat-100000', i, 1, CASE WHEN i % 9000 = 0 OR i = 880000 THEN i END,
    CASE WHEN i % 9000 = 0 OR i = 880000 THEN 'CUSTOMER_MESSAGE' ELSE 'NOTE' END,
    CASE WHEN i % 9000 = 0 OR i = 880000 THEN 'PUBLIC' WHEN i >= 890000 THEN 'NAMED' WHEN i % 2 = 0 THEN 'ASSIGNEE' ELSE 'AGENTS' END,
    '{}', 'AGENT', 'asha', 'Asha', NULL, 'Look at this.', '[]', '{}', NULL, timestamptz '2026-01-01', false
FROM generate_series(0, 899999) i;

INSERT INTO ${schema}.collab_entry_reader
SELECT '', 'chat-100000', CASE WHEN i % 2 = 0 THEN 'zoe' ELSE 'yan' END, i FROM generate_series(890000, 899999) i;
INSERT INTO ${schema}.collab_entry_reader
SELECT '', 'chat-100000', 'bo', i * 1000 FROM generate_series(1, 800) i;

INSERT INTO ${schema}.collab_mark
SELECT '', 'chat-' || i, 'AGENT', 'agent-' || i % 200, 1 FROM generate_series(1, 100000) i;

ANALYZE;
