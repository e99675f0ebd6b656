-- What a person of the bureau must look at. Nothing personal stands here in clear.

CREATE TABLE alarm (
    id           uuid PRIMARY KEY,
    kind         text NOT NULL CHECK (kind ~ '^[A-Z_]{3,40}$'),
    subject_type text NOT NULL CHECK (subject_type ~ '^[A-Z_]{3,40}$'),
    subject      text NOT NULL CHECK (subject ~ '^[0-9A-Za-z._:/-]{1,200}$'),
    facts        text NOT NULL,                  -- canonical JSON, as they were when it was raised
    state        text NOT NULL,
    raised_at    timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,           -- when it was raised again last
    times        integer NOT NULL DEFAULT 1
);

-- One open alarm a kind and subject; a closed one is history, and another may follow it.
CREATE UNIQUE INDEX alarm_open ON alarm (kind, subject_type, subject) WHERE state <> 'CLOSED';
CREATE INDEX alarm_of_subject ON alarm (subject_type, subject);
CREATE INDEX alarm_by_state ON alarm (state, raised_at);

-- Every legal move of an alarm. Whoever takes another breaks a foreign key.
CREATE TABLE alarm_move (
    from_state text NOT NULL,
    to_state   text NOT NULL,
    PRIMARY KEY (from_state, to_state)
);

INSERT INTO alarm_move (from_state, to_state) VALUES
    ('NEW', 'IN_HAND'), ('NEW', 'CLOSED'), ('IN_HAND', 'CLOSED');

CREATE TABLE alarm_event (
    alarm      uuid NOT NULL REFERENCES alarm,
    step       integer NOT NULL,
    at         timestamptz NOT NULL,
    from_state text,                             -- none: it was raised
    to_state   text NOT NULL,
    name       text NOT NULL,                    -- who took it in hand or closed it; empty: the gateway
    reason     text NOT NULL,                    -- why it was closed, else empty
    PRIMARY KEY (alarm, step),
    FOREIGN KEY (from_state, to_state) REFERENCES alarm_move,
    CHECK (from_state IS NOT NULL OR (step = 1 AND to_state = 'NEW')),
    CHECK ((to_state = 'CLOSED') = (reason <> '')),
    CHECK (to_state <> 'IN_HAND' OR name <> '')
);
