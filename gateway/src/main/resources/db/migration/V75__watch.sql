-- How the organisations' peers hold the ledger, and when payments are frozen because they differ.

-- What each peer said last; the projection stands among them as one that holds hashes only.
CREATE TABLE watched_peer (
    peer         text PRIMARY KEY CHECK (peer ~ '^[0-9A-Za-z.-]{1,120}$'),
    organisation text NOT NULL,
    height       bigint,                         -- blocks it has; null: it never answered
    hash         text,                           -- of its last block
    commit_hash  text,
    lag          bigint NOT NULL DEFAULT 0,      -- blocks behind whoever has most
    differs      boolean NOT NULL DEFAULT false,
    fault        text NOT NULL DEFAULT '',       -- why it did not answer in the last pass, else empty
    seen_at      timestamptz NOT NULL,           -- when it answered last, or was first asked
    looked_at    timestamptz NOT NULL
);

CREATE TABLE payment_freeze (
    id       uuid PRIMARY KEY,
    cause    text NOT NULL CHECK (cause IN ('FORK', 'PERSON')),
    name     text NOT NULL,                      -- whose wish it was; empty: the watcher's
    reason   text NOT NULL,                      -- his
    facts    text NOT NULL,                      -- what differed, canonical JSON
    began_at timestamptz NOT NULL,
    ended_at timestamptz,
    CHECK ((cause = 'PERSON') = (name <> '') AND (cause = 'PERSON') = (reason <> ''))
);

CREATE UNIQUE INDEX payment_freeze_stands ON payment_freeze ((1)) WHERE ended_at IS NULL;

-- Lifting takes two: who asks gives a reason, another confirms. Whoever asked may take it back.
CREATE TABLE freeze_lift (
    freeze_id  uuid NOT NULL REFERENCES payment_freeze,
    n          integer NOT NULL,
    asker      uuid NOT NULL,                    -- an account or a token
    name       text NOT NULL CHECK (name <> ''),
    reason     text NOT NULL CHECK (reason <> ''),
    asked_at   timestamptz NOT NULL,
    outcome    text CHECK (outcome IN ('CONFIRMED', 'REFUSED')),
    decider    uuid,
    decided_by text,
    decided_at timestamptz,
    PRIMARY KEY (freeze_id, n),
    CONSTRAINT confirmer_is_another CHECK (outcome <> 'CONFIRMED' OR (decider <> asker AND decided_by <> name)),
    CHECK ((outcome IS NULL) = (decider IS NULL) AND (outcome IS NULL) = (decided_by IS NULL)
        AND (outcome IS NULL) = (decided_at IS NULL))
);

CREATE UNIQUE INDEX freeze_lift_asked ON freeze_lift (freeze_id) WHERE outcome IS NULL;
