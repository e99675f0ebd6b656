-- Claims: whose they are, what they were computed to, where they stand on the ledger, who decided.
-- A person stands here as the keyed hash of his identity number; names and numbers are encrypted.

CREATE TABLE insured (
    person     bytea PRIMARY KEY CHECK (length(person) = 32),
    id_number  bytea NOT NULL,                   -- encrypted
    name       bytea NOT NULL,                   -- encrypted
    scheme     text NOT NULL CHECK (scheme IN ('EMPLOYEE', 'RETIRED', 'RESIDENT')),
    assistance boolean NOT NULL,
    filed_away boolean NOT NULL
);

-- An account is replaced, never changed: claims say which one they were promised to.
CREATE TABLE payee_account (
    id          uuid PRIMARY KEY,
    person      bytea NOT NULL CHECK (length(person) = 32),
    holder      bytea NOT NULL,                  -- encrypted
    bank        text NOT NULL,
    number      bytea NOT NULL,                  -- encrypted
    confirmed   boolean NOT NULL,                -- the holder's name is the registered one
    since       timestamptz NOT NULL,
    replaced_at timestamptz
);

CREATE UNIQUE INDEX payee_account_current ON payee_account (person) WHERE replaced_at IS NULL;

CREATE TABLE mandate (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL CHECK (kind IN ('FAMILY', 'GUARDIAN', 'AGENT')),
    principal   bytea NOT NULL CHECK (length(principal) = 32),
    agent       bytea NOT NULL CHECK (length(agent) = 32),
    until       date,                            -- its last day; none: until it is revoked
    evidence    text NOT NULL,                   -- what the clerk has seen; empty if the principal recorded it
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL,
    revoked_at  timestamptz,
    CHECK (principal <> agent)
);

CREATE INDEX mandate_of_agent ON mandate (agent);
CREATE INDEX mandate_of_principal ON mandate (principal);

-- An endorsed envelope, stored before it is submitted; it may carry the operations of many claims.
CREATE TABLE claim_envelope (
    transaction_id text PRIMARY KEY,
    envelope       bytea NOT NULL
);

CREATE TABLE claim (
    number          text PRIMARY KEY CHECK (number ~ '^[0-9A-Z-]{6,40}$'),
    principal       text NOT NULL,
    idempotency_key text NOT NULL,
    request         bytea NOT NULL CHECK (length(request) = 32), -- SM3 of what was asked
    payer           text NOT NULL,
    bill            uuid NOT NULL REFERENCES bill,
    claimant        bytea NOT NULL CHECK (length(claimant) = 32),
    patient         bytea NOT NULL CHECK (length(patient) = 32),
    account         uuid NOT NULL REFERENCES payee_account,
    care            text NOT NULL,
    year            smallint NOT NULL,           -- of discharge
    emergency       boolean NOT NULL DEFAULT false, -- as the claimant says
    state           text NOT NULL,
    route           text CHECK (route IN ('AUTOMATIC', 'PERSON')),
    tier            text,
    reason          text,                        -- why it is refused, or cannot go on
    other           text,                        -- the same payer's claim that has the bill
    n               integer NOT NULL DEFAULT 1,  -- numbers this claim's operations on the ledger
    bill_index      bytea CHECK (length(bill_index) = 32),
    left_fen        bigint,                      -- what could still be claimed when the sheet was computed
    held_fen        bigint,
    sheet           text,                        -- canonical JSON
    salt            bytea CHECK (length(salt) = 16),
    result          bytea CHECK (length(result) = 32), -- what the ledger is told of the sheet
    base_fen        bigint,
    deductible_fen  bigint,
    fund_fen        bigint,
    counted         boolean NOT NULL DEFAULT false, -- decided, so that later sheets of the year build on it
    transaction_id  text REFERENCES claim_envelope, -- of the operation under way
    answer          bytea,                       -- the chaincode's to this claim, true once committed
    withdrawing     boolean NOT NULL DEFAULT false, -- ends as soon as the ledger's answer is known
    leased_until    timestamptz NOT NULL DEFAULT '-infinity', -- until then somebody works at it
    received_at     timestamptz NOT NULL,
    UNIQUE (principal, idempotency_key),
    UNIQUE (number, claimant, patient),
    CHECK (NOT counted OR fund_fen IS NOT NULL),
    CHECK ((transaction_id IS NULL) = (answer IS NULL))
);

CREATE INDEX claim_submitted ON claim (transaction_id) WHERE transaction_id IS NOT NULL;
CREATE UNIQUE INDEX claim_counted ON claim (payer, bill) WHERE counted;
CREATE INDEX claim_year ON claim (patient, year, care) WHERE counted;
CREATE INDEX claim_of_claimant ON claim (claimant, received_at);
CREATE INDEX claim_of_patient ON claim (patient, received_at);
CREATE INDEX claim_by_state ON claim (state, received_at);
CREATE INDEX claim_waiting ON claim (bill_index) 
    WHERE state IN ('FIRST_REVIEW', 'SECOND_REVIEW', 'SUPPLEMENT', 'PROVED');

-- Few bills are taken back; this finds them among all that were opened.
CREATE INDEX ledger_bill_reversed ON ledger_bill (bill_index) WHERE red IS NOT NULL;

-- Every legal move of a claim. Whoever takes another breaks a foreign key.
CREATE TABLE claim_move (
    from_state text NOT NULL,
    to_state   text NOT NULL,
    PRIMARY KEY (from_state, to_state)
);

INSERT INTO claim_move (from_state, to_state) VALUES
    ('RECEIVED', 'CHECKING'), ('RECEIVED', 'APPROVED'), ('RECEIVED', 'DUPLICATE'), ('RECEIVED', 'REFUSED'),
    ('RECEIVED', 'WITHDRAWN'),
    ('CHECKING', 'HELD'), ('CHECKING', 'RECEIVED'), ('CHECKING', 'DUPLICATE'), ('CHECKING', 'REFUSED'),
    ('HELD', 'FIRST_REVIEW'), ('HELD', 'SECOND_REVIEW'), ('HELD', 'RELEASING'),
    ('FIRST_REVIEW', 'APPROVED'), ('FIRST_REVIEW', 'RELEASING'), ('FIRST_REVIEW', 'RENEWING'),
    ('FIRST_REVIEW', 'SUPPLEMENT'), ('FIRST_REVIEW', 'SECOND_REVIEW'),
    ('SECOND_REVIEW', 'APPROVED'), ('SECOND_REVIEW', 'RELEASING'), ('SECOND_REVIEW', 'RENEWING'),
    ('SECOND_REVIEW', 'SUPPLEMENT'),
    ('SUPPLEMENT', 'FIRST_REVIEW'), ('SUPPLEMENT', 'SECOND_REVIEW'), ('SUPPLEMENT', 'RELEASING'),
    ('RENEWING', 'RECEIVED'),
    ('RELEASING', 'REFUSED'), ('RELEASING', 'WITHDRAWN'),
    ('APPROVED', 'STAMPED'), ('APPROVED', 'RECEIVED'), ('APPROVED', 'DUPLICATE'), ('APPROVED', 'RELEASING'),
    ('APPROVED', 'REFUSED'),
    ('STAMPED', 'PROVED'), ('STAMPED', 'RECOVERING'),
    ('PROVED', 'RECOVERING');

CREATE TABLE claim_event (
    claim      text NOT NULL REFERENCES claim,
    step       integer NOT NULL,
    at         timestamptz NOT NULL,
    from_state text,                             -- none: the claim came in
    to_state   text NOT NULL,
    actor      text NOT NULL CHECK (actor IN ('CLAIMANT', 'SYSTEM', 'LEDGER', 'CLERK')),
    name       text NOT NULL,                    -- the clerk's, else empty
    note       text NOT NULL,                    -- a reason, or a transaction's id
    PRIMARY KEY (claim, step),
    FOREIGN KEY (from_state, to_state) REFERENCES claim_move,
    CHECK (from_state IS NOT NULL OR (step = 1 AND to_state = 'RECEIVED')),
    CHECK ((actor = 'CLERK') = (name <> ''))
);

-- Maker ≠ checker: nobody decides his own claim, nor one on his own bill. Claimant and patient stand here again
-- for the database to see it; the foreign key keeps them true.
-- Whoever handed a claim to a supervisor (转主管) is not the one who decides it. Each decision points at the row of
-- its review and repeats who handed it on, so that the database sees both.
CREATE TABLE review (
    claim    text NOT NULL,
    n        integer NOT NULL,
    claimant bytea NOT NULL,
    patient  bytea NOT NULL,
    first    bytea NOT NULL,                     -- the clerk who handed it on; empty: nobody did
    clerk    text NOT NULL,                      -- his name, or empty
    reason   text NOT NULL,                      -- his, or empty
    at       timestamptz NOT NULL,
    PRIMARY KEY (claim, n),
    UNIQUE (claim, n, first),
    FOREIGN KEY (claim, claimant, patient) REFERENCES claim (number, claimant, patient),
    CONSTRAINT reviewer_is_another CHECK (first <> claimant AND first <> patient),
    CHECK ((first = '') = (clerk = '') AND (first = '') = (reason = ''))
);

CREATE TABLE decision (
    claim    text NOT NULL,
    n        integer NOT NULL,
    first    bytea NOT NULL DEFAULT '',
    verdict  text NOT NULL CHECK (verdict IN ('APPROVE', 'PART', 'REFUSE')),
    claimant bytea NOT NULL,
    patient  bytea NOT NULL,
    decider  bytea CHECK (length(decider) = 32), -- none: the automatic route
    clerk    text NOT NULL,                      -- his name, empty for the automatic route
    reason   text NOT NULL,
    fund_fen bigint NOT NULL,
    result   bytea NOT NULL CHECK (length(result) = 32),
    at       timestamptz NOT NULL,
    PRIMARY KEY (claim, n),
    FOREIGN KEY (claim, claimant, patient) REFERENCES claim (number, claimant, patient),
    FOREIGN KEY (claim, n, first) REFERENCES review (claim, n, first),
    CONSTRAINT decider_is_another CHECK (decider <> claimant AND decider <> patient),
    CONSTRAINT supervisor_is_another CHECK (decider <> first),
    CHECK ((decider IS NULL) = (clerk = '')),
    CHECK (decider IS NOT NULL OR verdict = 'APPROVE'),
    CHECK (verdict = 'APPROVE' OR reason <> '')
);

-- Lines that a clerk disallowed (审核扣减) when he passed a claim in part.
CREATE TABLE disallowed (
    claim text NOT NULL,
    n     integer NOT NULL,
    line  integer NOT NULL,
    fen   bigint NOT NULL CHECK (fen >= 0),
    PRIMARY KEY (claim, n, line),
    FOREIGN KEY (claim, n) REFERENCES decision
);

-- What clerks asked claimants for (补材料), and their answers.
CREATE TABLE supplement (
    claim       text NOT NULL REFERENCES claim,
    round       integer NOT NULL,
    clerk       bytea NOT NULL CHECK (length(clerk) = 32),
    question    text NOT NULL CHECK (question <> ''),
    asked_at    timestamptz NOT NULL,
    answer      bytea,                           -- encrypted
    answered_at timestamptz,
    PRIMARY KEY (claim, round),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
);

CREATE UNIQUE INDEX supplement_open ON supplement (claim) WHERE answer IS NULL;

-- Two organisations' signatures under what the ledger holds. No payment leaves without one.
CREATE TABLE receipt (
    claim   text NOT NULL REFERENCES claim,
    state   text NOT NULL CHECK (state IN ('STAMPED', 'RECOVERING')), -- the share's
    receipt text NOT NULL,                       -- JSON, to be checked offline
    at      timestamptz NOT NULL,
    PRIMARY KEY (claim, state)
);
