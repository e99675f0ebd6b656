-- Messages to people. A claim's history is their outbox: its rows are written in the transaction of the step itself,
-- and each is told once, in the transaction that writes its messages.

ALTER TABLE claim_event ADD COLUMN told boolean NOT NULL DEFAULT false;
CREATE INDEX claim_event_untold ON claim_event (at) WHERE NOT told;

CREATE TABLE message (
    id      uuid PRIMARY KEY,
    person  bytea NOT NULL CHECK (length(person) = 32),
    claim   text NOT NULL,
    step    integer NOT NULL,
    state   text NOT NULL,
    at      timestamptz NOT NULL,                -- when the step was taken
    read_at timestamptz,
    UNIQUE (claim, step, person),
    FOREIGN KEY (claim, step) REFERENCES claim_event
);

CREATE INDEX message_of_person ON message (person, at);
CREATE INDEX message_unread ON message (person) WHERE read_at IS NULL;

CREATE TABLE contact (
    person bytea PRIMARY KEY CHECK (length(person) = 32),
    phone  bytea NOT NULL,                       -- encrypted
    since  timestamptz NOT NULL
);

-- Text messages to be sent. The number is looked up when one is sent, and stands nowhere else.
CREATE TABLE sms (
    id           uuid PRIMARY KEY REFERENCES message,
    attempts     integer NOT NULL DEFAULT 0,
    due_at       timestamptz NOT NULL DEFAULT now(),
    leased_until timestamptz NOT NULL DEFAULT '-infinity', -- until then somebody sends it
    sent_at      timestamptz,
    given_up_at  timestamptz,
    CHECK (sent_at IS NULL OR given_up_at IS NULL)
);

CREATE INDEX sms_waiting ON sms (due_at) WHERE sent_at IS NULL AND given_up_at IS NULL;

-- What the development inbox took in place of a provider.
CREATE TABLE development_sms (
    id    uuid PRIMARY KEY,
    phone bytea NOT NULL,                        -- encrypted
    text  text NOT NULL,
    at    timestamptz NOT NULL
);
