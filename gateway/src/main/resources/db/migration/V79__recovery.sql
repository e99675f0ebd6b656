-- What becomes of a stamp whose bill is taken back or corrected, and of the money that is wanted back (追款).

INSERT INTO claim_move (from_state, to_state) VALUES
    -- Taken back while held: the claim goes on on the bill that replaces, also if that comes later.
    ('FIRST_REVIEW', 'RECEIVED'), ('SECOND_REVIEW', 'RECEIVED'), ('SUPPLEMENT', 'RECEIVED'),
    ('REFUSED', 'RECEIVED'), ('HELD', 'SUPPLEMENT'),
    -- After the stamp.
    ('RECOVERING', 'RECOVERING'), ('RECOVERING', 'RECOVERED'), ('RECOVERING', 'WRITTEN_OFF'),
    ('RECOVERED', 'RECOVERING'), ('WRITTEN_OFF', 'RECOVERING'),
    ('RECOVERING', 'NETTING'), ('NETTING', 'STAMPED'), ('NETTING', 'RECOVERING'),
    ('PROVED', 'REVOKING'), ('RECOVERING', 'REVOKING'), ('RECOVERED', 'REVOKING'), ('WRITTEN_OFF', 'REVOKING'),
    ('REVOKING', 'STAMPED'), ('STAMPED', 'RECOVERED'), ('STAMPED', 'WRITTEN_OFF'),
    ('PROVED', 'AMENDING'), ('AMENDING', 'STAMPED');

-- A claim has a receipt for each share it has had and each state that was proved of it.
ALTER TABLE receipt DROP CONSTRAINT receipt_pkey;
ALTER TABLE receipt DROP CONSTRAINT receipt_state_check;
ALTER TABLE receipt
    ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ADD COLUMN bill uuid REFERENCES bill,
    ADD CONSTRAINT receipt_state_check
        CHECK (state IN ('STAMPED', 'RECOVERING', 'REPAID', 'OFFSET', 'WRITTEN_OFF'));
UPDATE receipt r SET bill = c.bill FROM claim c WHERE c.number = r.claim;
ALTER TABLE receipt ALTER COLUMN bill SET NOT NULL;
CREATE INDEX receipt_of_claim ON receipt (claim);

-- Bills that replace others, found by those: their core, of which an opening begins, ends with what it replaces.
CREATE INDEX bill_replacing ON bill (substring(opening FROM 31 FOR 11)) WHERE get_byte(opening, 29) = 2;

DROP INDEX claim_waiting;
CREATE INDEX claim_waiting ON claim (bill_index)
    WHERE state IN ('FIRST_REVIEW', 'SECOND_REVIEW', 'SUPPLEMENT', 'PROVED', 'RECOVERING', 'RECOVERED', 'WRITTEN_OFF');
CREATE INDEX claim_taken_back ON claim (bill) WHERE state = 'REFUSED' AND reason = 'REVERSED';

-- A claim that went on on another bill.
CREATE TABLE carried (
    claim    text NOT NULL REFERENCES claim,
    old_bill uuid NOT NULL REFERENCES bill,
    new_bill uuid NOT NULL REFERENCES bill,
    at       timestamptz NOT NULL,
    PRIMARY KEY (claim, old_bill)
);

-- What a payer wants back of what a claim had stamped on a bill.
CREATE TABLE recovery (
    claim      text NOT NULL REFERENCES claim,
    bill       uuid NOT NULL REFERENCES bill,
    bill_index bytea NOT NULL CHECK (length(bill_index) = 32),
    owed_fen   bigint NOT NULL CHECK (owed_fen >= 0), -- all that was ever wanted back
    red_fen    bigint CHECK (red_fen <= owed_fen),    -- of it what a red bill took back; none: no red bill did
    netted_fen bigint NOT NULL DEFAULT 0,             -- borne by the bill that replaces
    closed_fen bigint NOT NULL DEFAULT 0,             -- repaid, offset or written off
    alone      boolean NOT NULL DEFAULT false,        -- the bill that replaces bears nothing
    offset_by   bytea CHECK (length(offset_by) = 32), -- who wants it set off against the next payments, if anybody
    offset_name text NOT NULL DEFAULT '',
    offset_note text NOT NULL DEFAULT '',
    since      timestamptz NOT NULL,
    PRIMARY KEY (claim, bill),
    CHECK (netted_fen >= 0 AND closed_fen >= 0 AND netted_fen + closed_fen <= owed_fen),
    CHECK (netted_fen <= coalesce(red_fen, 0)),
    CHECK ((offset_by IS NULL) = (offset_name = '') AND (offset_by IS NULL) = (offset_note = ''))
);

ALTER TABLE decision ADD UNIQUE (claim, n, decider);

-- What is done to a stamp: moved to another bill (NET), raised (AMEND), taken back (REVOKE).
CREATE TABLE correction (
    claim     text NOT NULL,
    n         integer NOT NULL,                       -- of the operation on the ledger
    kind      text NOT NULL CHECK (kind IN ('NET', 'AMEND', 'REVOKE')),
    bill      uuid NOT NULL REFERENCES bill,          -- on which the stamp stands then
    fen       bigint NOT NULL CHECK (fen > 0),        -- REVOKE: how much less; else what is stamped then
    sheet     text,                                   -- canonical JSON; none to REVOKE
    salt      bytea CHECK (length(salt) = 16),
    left_fen  bigint,
    claimant  bytea NOT NULL,
    patient   bytea NOT NULL,
    taken_in_by bytea NOT NULL,
    decided_n integer NOT NULL,                       -- the decision that stands until then
    decider   bytea,                                  -- who took it; none: the automatic route
    clerk     bytea CHECK (length(clerk) = 32),       -- who corrects; none: it follows from a red bill
    name      text NOT NULL,
    reason    text NOT NULL,
    idempotency_key text,                             -- none to NET
    at        timestamptz NOT NULL,
    PRIMARY KEY (claim, n),
    UNIQUE (claim, idempotency_key),
    FOREIGN KEY (claim, claimant, patient, taken_in_by) REFERENCES claim (number, claimant, patient, taken_in_by),
    FOREIGN KEY (claim, decided_n, decider) REFERENCES decision (claim, n, decider),
    CONSTRAINT corrector_is_another CHECK (clerk <> claimant AND clerk <> patient AND clerk <> decider AND clerk <> taken_in_by),
    CHECK ((clerk IS NULL) = (kind = 'NET') AND (clerk IS NULL) = (name = '')
        AND (clerk IS NULL) = (idempotency_key IS NULL) AND (clerk IS NULL) = (reason = '')),
    CHECK ((kind = 'REVOKE') = (sheet IS NULL) AND (sheet IS NULL) = (salt IS NULL) AND (sheet IS NULL) = (left_fen IS NULL))
);

-- Lines that stay disallowed then.
CREATE TABLE correction_line (
    claim text NOT NULL,
    n     integer NOT NULL,
    line  integer NOT NULL,
    fen   bigint NOT NULL CHECK (fen >= 0),
    PRIMARY KEY (claim, n, line),
    FOREIGN KEY (claim, n) REFERENCES correction
);

-- How recoveries are closed, each in the parts in which money came, or did not.
CREATE TABLE settlement (
    claim           text NOT NULL,
    n               integer NOT NULL,                 -- of the operation on the ledger
    bill            uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('REPAID', 'OFFSET', 'WRITTEN_OFF')),
    fen             bigint NOT NULL CHECK (fen > 0),
    state           text NOT NULL CHECK (state IN ('RECORDED', 'PENDING', 'ON_LEDGER', 'CLOSED', 'LAPSED')),
    other           text REFERENCES claim,            -- OFFSET: the claim whose payment is less by it
    digest          text CHECK (digest ~ '^[0-9a-f]{64}$'), -- what another organisation confirms
    note            text NOT NULL CHECK (note <> ''), -- a voucher's number, or why it is given up
    claimant        bytea NOT NULL,
    patient         bytea NOT NULL,
    taken_in_by bytea NOT NULL,
    decided_n       integer NOT NULL,
    decider         bytea,
    clerk           bytea NOT NULL CHECK (length(clerk) = 32),
    name            text NOT NULL CHECK (name <> ''),
    idempotency_key text NOT NULL,
    at              timestamptz NOT NULL,
    PRIMARY KEY (claim, n),
    UNIQUE (claim, idempotency_key),
    FOREIGN KEY (claim, bill) REFERENCES recovery,
    FOREIGN KEY (claim, claimant, patient, taken_in_by) REFERENCES claim (number, claimant, patient, taken_in_by),
    FOREIGN KEY (claim, decided_n, decider) REFERENCES decision (claim, n, decider),
    CONSTRAINT settler_is_another CHECK (clerk <> claimant AND clerk <> patient),
    CONSTRAINT write_off_takes_two CHECK (kind <> 'WRITTEN_OFF' OR clerk <> decider),
    CHECK ((kind = 'OFFSET') = (other IS NOT NULL) AND other <> claim),
    CHECK (state NOT IN ('PENDING', 'LAPSED') OR kind = 'WRITTEN_OFF')
);

CREATE UNIQUE INDEX settlement_pending ON settlement (claim) WHERE kind = 'WRITTEN_OFF' AND state IN ('RECORDED', 'PENDING');
CREATE INDEX settlement_open ON settlement (claim) WHERE state IN ('RECORDED', 'PENDING', 'ON_LEDGER');
CREATE INDEX settlement_against ON settlement (other) WHERE other IS NOT NULL;
