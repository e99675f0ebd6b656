-- What is still to be put on the ledger. Intake adds entries in the transaction that stores their
-- batch; the submitter takes them, by leases of this database's clock, and may be killed at any point.

-- An endorsed envelope, stored before its first submission and gone once its outcome is known.
CREATE TABLE submission (
    transaction_id text PRIMARY KEY CHECK (transaction_id ~ '^[0-9a-f]{64}$'),
    envelope       bytea NOT NULL,
    answer         bytea NOT NULL,               -- the chaincode's, true once committed
    leased_until   timestamptz NOT NULL,         -- until then one gateway waits for the outcome
    endorsed_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE outbox (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind           text NOT NULL CHECK (kind IN ('ANCHOR', 'REVERSE')),
    batch          uuid NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
    bill           uuid REFERENCES bill DEFERRABLE INITIALLY DEFERRED, -- the red bill to apply
    urgent         boolean NOT NULL,             -- a reversal, or a batch that holds a red bill
    state          text NOT NULL DEFAULT 'QUEUED'
                   CHECK (state IN ('QUEUED', 'ENDORSED', 'DONE', 'REFUSED')),
    tries          smallint NOT NULL DEFAULT 0,  -- that came to nothing; then it travels alone
    lease          uuid,                         -- who endorses it now
    leased_until   timestamptz NOT NULL DEFAULT '-infinity',
    transaction_id text,
    place          integer,                      -- which item of its transaction
    block          bigint,
    outcome        text,                         -- ANCHORED, ALREADY, REVERSED …, or a refusal's code
    message        text,                         -- a refusal's sentence, or why it still waits
    added_at       timestamptz NOT NULL DEFAULT now(),
    done_at        timestamptz,
    CHECK ((kind = 'REVERSE') = (bill IS NOT NULL)),
    CHECK (state NOT IN ('DONE', 'REFUSED') OR (outcome IS NOT NULL AND done_at IS NOT NULL))
);

CREATE UNIQUE INDEX outbox_anchor ON outbox (batch) WHERE kind = 'ANCHOR';
CREATE UNIQUE INDEX outbox_reverse ON outbox (bill) WHERE kind = 'REVERSE';
CREATE INDEX outbox_queue ON outbox (urgent DESC, id) WHERE state = 'QUEUED';
CREATE INDEX outbox_endorsed ON outbox (transaction_id) WHERE state = 'ENDORSED';
