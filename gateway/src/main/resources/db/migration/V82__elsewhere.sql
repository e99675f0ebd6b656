-- Bills issued elsewhere. A payer's word opens one (CLAIMED), once a clerk has checked it; it stands
-- among the bills with what opens it, but nobody here sealed it and no batch holds it.

ALTER TABLE bill ALTER COLUMN seal DROP NOT NULL;
ALTER TABLE bill ADD CONSTRAINT bill_sealed_here CHECK ((seal IS NULL) = (issuer = 2147483647));

-- What citizens file. Its number is the claim's from the beginning; the claim itself is made once a
-- clerk has recorded that the official site knows the bill.
CREATE TABLE elsewhere (
    number          text PRIMARY KEY CHECK (number ~ '^[0-9A-Z-]{6,40}$'),
    principal       text NOT NULL,
    idempotency_key text NOT NULL,
    request         bytea NOT NULL CHECK (length(request) = 32), -- SM3 of what was asked
    identity        bytea NOT NULL CHECK (length(identity) = 11),
    claimant        bytea NOT NULL CHECK (length(claimant) = 32),
    patient         bytea NOT NULL CHECK (length(patient) = 32),
    declared        bytea NOT NULL,              -- encrypted: what the citizen says of the bill
    file_name       bytea,                       -- encrypted: people name files after people
    file            bytea,                       -- encrypted
    state           text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    filed_at        timestamptz NOT NULL,
    reason          text,                        -- why it was refused
    checklist       bytea,                       -- encrypted: what the clerk answered, and what he saw
    clerk           bytea CHECK (length(clerk) = 32),
    clerk_name      text,
    checked_at      timestamptz,
    UNIQUE (principal, idempotency_key),
    CHECK ((file IS NULL) = (file_name IS NULL)),
    CHECK ((state IN ('ACCEPTED', 'REFUSED')) = (checklist IS NOT NULL)),
    CHECK ((checklist IS NULL) = (clerk IS NULL) AND (clerk IS NULL) = (clerk_name IS NULL)
        AND (clerk IS NULL) = (checked_at IS NULL)),
    CHECK ((state = 'REFUSED') = (reason IS NOT NULL)),
    CONSTRAINT checker_is_another CHECK (clerk <> claimant AND clerk <> patient)
);

-- One bill waits once.
CREATE UNIQUE INDEX elsewhere_waiting ON elsewhere (identity) WHERE state = 'WAITING';
CREATE INDEX elsewhere_by_identity ON elsewhere (identity);
CREATE INDEX elsewhere_queue ON elsewhere (filed_at) WHERE state = 'WAITING';
CREATE INDEX elsewhere_of_claimant ON elsewhere (claimant, filed_at);
CREATE INDEX elsewhere_of_patient ON elsewhere (patient, filed_at);
