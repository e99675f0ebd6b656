-- What the ledger holds, read from its blocks. All of it can be dropped and read again.

CREATE TABLE ledger_checkpoint (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    next_block bigint NOT NULL,
    last_hash  text NOT NULL,                    -- of the block before; empty before block 0
    rebuilding boolean NOT NULL DEFAULT false    -- the tables are doubted and read anew
);

INSERT INTO ledger_checkpoint (next_block, last_hash) VALUES (0, '');

CREATE TABLE ledger_block (
    number        bigint PRIMARY KEY,
    hash          text NOT NULL,
    previous_hash text NOT NULL
);

-- The first copy of each transaction, losers included.
CREATE TABLE ledger_transaction (
    id       text PRIMARY KEY,
    block    bigint NOT NULL,
    validity smallint NOT NULL,
    at       timestamptz NOT NULL                -- its proposal's time, which the client set
);

CREATE TABLE ledger_issuer (
    number     integer PRIMARY KEY,
    value      text NOT NULL,
    changed_at timestamptz NOT NULL              -- when it was last written
);

CREATE TABLE ledger_payer (
    id    text PRIMARY KEY,
    value text NOT NULL
);

CREATE TABLE ledger_batch (
    issuer         integer NOT NULL,
    root           bytea NOT NULL,
    size           integer NOT NULL,
    key_seq        smallint NOT NULL,
    transaction_id text NOT NULL,
    block          bigint NOT NULL,
    at             timestamptz NOT NULL,
    PRIMARY KEY (issuer, root)
);

CREATE TABLE ledger_bill (
    bill_index     bytea PRIMARY KEY,
    state          text NOT NULL,
    fingerprint    bytea,                        -- null while only red bills are known
    issuer         integer,
    total_fen      bigint,
    claimable_fen  bigint,
    red            bytea,                        -- the index of the red bill that counts
    waiting        text,                         -- red bills that came first, while AWAITING
    transaction_id text NOT NULL,                -- that wrote it last
    block          bigint NOT NULL
);

CREATE TABLE ledger_share (
    bill_index     bytea NOT NULL REFERENCES ledger_bill ON DELETE CASCADE,
    place          smallint NOT NULL,
    payer          text NOT NULL,
    class          text NOT NULL,
    claim          text NOT NULL,
    fen            bigint NOT NULL,
    state          text NOT NULL,
    PRIMARY KEY (bill_index, place)
);

CREATE INDEX ledger_share_by_claim ON ledger_share (claim);

CREATE TABLE ledger_red (
    red_index bytea PRIMARY KEY,
    value     text NOT NULL
);
