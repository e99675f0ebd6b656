-- Hospitals whose enrolment was asked for here; the ledger says which of them are enrolled.

CREATE TABLE issuer_request (
    number       integer PRIMARY KEY CHECK (number > 0),
    arguments    text NOT NULL,                  -- of the ledger's call, canonical JSON
    custody      boolean NOT NULL,               -- whether the gateway seals for it
    digest       text CHECK (digest ~ '^[0-9a-f]{64}$'), -- what another organisation confirms
    requested_at timestamptz NOT NULL DEFAULT now()
);

-- The key that seals trust lists, encrypted; one.
CREATE TABLE list_key (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    pkcs8   bytea NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
);
