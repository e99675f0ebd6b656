-- Uploads, the bills they brought, and the batches in which the bills go to the ledger.

CREATE TABLE upload (
    id              uuid PRIMARY KEY,
    issuer          integer NOT NULL,
    principal       text NOT NULL,
    idempotency_key text NOT NULL,
    content         bytea,                       -- SM3 of the request, known once it was read
    sealed          boolean NOT NULL,
    state           text NOT NULL CHECK (state IN ('READING', 'DONE', 'REFUSED')),
    received        integer NOT NULL DEFAULT 0,  -- lines read
    registered      integer NOT NULL DEFAULT 0,  -- bills stored by this upload
    known           integer NOT NULL DEFAULT 0,  -- bills that were stored before
    refused         integer NOT NULL DEFAULT 0,  -- lines with a fault
    fault           text,                        -- why the whole upload was refused
    started_at      timestamptz NOT NULL DEFAULT now(),
    ended_at        timestamptz,
    UNIQUE (principal, idempotency_key)
);

-- What was answered for each line, so that a retry is answered the same.
CREATE TABLE upload_outcome (
    upload  uuid NOT NULL REFERENCES upload ON DELETE CASCADE,
    line    bigint NOT NULL,
    outcome text NOT NULL,                       -- JSON, without personal data
    PRIMARY KEY (upload, line)
);

-- A batch is written once, with its bills, before its first submission, and never changed.
CREATE TABLE batch (
    id        uuid PRIMARY KEY,
    upload    uuid REFERENCES upload,
    issuer    integer NOT NULL,
    key_seq   smallint NOT NULL,
    size      integer NOT NULL,
    root      bytea NOT NULL CHECK (length(root) = 32),
    seal      bytea NOT NULL CHECK (length(seal) = 64),
    leaves    bytea NOT NULL,                    -- the fingerprints, 32 bytes each, in order
    frozen_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (issuer, root),
    CHECK (length(leaves) = 32 * size)
);

CREATE TABLE bill (
    id              uuid PRIMARY KEY,
    fingerprint     bytea NOT NULL UNIQUE CHECK (length(fingerprint) = 32),
    identity        bytea NOT NULL CHECK (length(identity) = 11),
    bill_index      bytea CHECK (length(bill_index) = 32), -- from the chaincode; null until it answered
    issuer          integer NOT NULL,
    key_seq         smallint NOT NULL,
    seal            bytea NOT NULL CHECK (length(seal) = 64),
    opening         bytea NOT NULL,              -- core, its salt, P, R
    salts           bytea NOT NULL,              -- person, leaf 0, leaf 1 …: 16 bytes each
    head            bytea NOT NULL,              -- encrypted: the bill's canonical JSON without its lines
    person          bytea NOT NULL,              -- keyed hash of the payer party's identity number
    total_fen       bigint NOT NULL,
    claimable_fen   bigint NOT NULL,
    issued_on       date NOT NULL,
    registered_at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX bill_by_index ON bill (bill_index);
CREATE INDEX bill_by_identity ON bill (identity);
CREATE INDEX bill_by_number ON bill (substring(identity FROM 6 FOR 5)); -- of fiscal and paper bills
CREATE INDEX bill_by_person ON bill (person);
CREATE INDEX bill_without_index ON bill (id) WHERE bill_index IS NULL;

-- Which bills a batch holds. A bill that came again in another sealed upload stands in both batches.
CREATE TABLE batch_bill (
    batch    uuid NOT NULL REFERENCES batch,
    position integer NOT NULL,
    bill     uuid NOT NULL REFERENCES bill,
    proof    bytea NOT NULL,                     -- index u32, then the siblings
    PRIMARY KEY (batch, position)
);

CREATE INDEX batch_bill_by_bill ON batch_bill (bill);

-- The fee lines, each as the canonical JSON that its leaf seals; the columns beside it are for search.
CREATE TABLE fee_line (
    bill           uuid NOT NULL REFERENCES bill ON DELETE CASCADE,
    sequence       smallint NOT NULL,
    category       text NOT NULL,
    catalogue_code text NOT NULL,
    amount         numeric(16, 4) NOT NULL,
    content        text NOT NULL,
    PRIMARY KEY (bill, sequence)
);
