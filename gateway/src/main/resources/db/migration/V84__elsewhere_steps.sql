-- What becomes of a bill from elsewhere before it is a claim: its steps, which are told as claims' steps are, and what
-- clerks ask its claimant for (补材料), while which its clock stands still.

ALTER TABLE elsewhere DROP CONSTRAINT elsewhere_state_check;
ALTER TABLE elsewhere ADD CONSTRAINT elsewhere_state_check
    CHECK (state IN ('WAITING', 'SUPPLEMENT', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'));

DROP INDEX elsewhere_waiting;
CREATE UNIQUE INDEX elsewhere_waiting ON elsewhere (identity) WHERE state IN ('WAITING', 'SUPPLEMENT');
DROP INDEX elsewhere_queue;
CREATE INDEX elsewhere_queue ON elsewhere ((state = 'SUPPLEMENT'), filed_at, number)
    WHERE state IN ('WAITING', 'SUPPLEMENT');

-- Every legal move. Whoever takes another breaks a foreign key.
CREATE TABLE elsewhere_move (
    from_state text NOT NULL,
    to_state   text NOT NULL,
    PRIMARY KEY (from_state, to_state)
);

INSERT INTO elsewhere_move (from_state, to_state) VALUES
    ('WAITING', 'SUPPLEMENT'), ('WAITING', 'ACCEPTED'), ('WAITING', 'REFUSED'), ('WAITING', 'WITHDRAWN'),
    ('SUPPLEMENT', 'WAITING'), ('SUPPLEMENT', 'WITHDRAWN');

-- Like claim_event it is the outbox of its messages.
CREATE TABLE elsewhere_event (
    claim      text NOT NULL REFERENCES elsewhere,
    step       integer NOT NULL,
    at         timestamptz NOT NULL,
    from_state text,                             -- none: it was filed
    to_state   text NOT NULL,
    told       boolean NOT NULL DEFAULT false,
    PRIMARY KEY (claim, step),
    FOREIGN KEY (from_state, to_state) REFERENCES elsewhere_move,
    CHECK (from_state IS NOT NULL OR (step = 1 AND to_state = 'WAITING'))
);

CREATE INDEX elsewhere_event_untold ON elsewhere_event (at) WHERE NOT told;

-- Those from before were told nothing, and would be told late.
INSERT INTO elsewhere_event (claim, step, at, to_state, told) SELECT number, 1, filed_at, 'WAITING', true FROM elsewhere;
INSERT INTO elsewhere_event (claim, step, at, from_state, to_state, told)
    SELECT number, 2, coalesce(checked_at, filed_at), 'WAITING', state, true FROM elsewhere WHERE state <> 'WAITING';

-- A number is a filing's first and its claim's then, and so are the questions under it.
ALTER TABLE supplement DROP CONSTRAINT supplement_claim_fkey;

-- A message of a filing names its step in the filing's history, any other in its claim's.
ALTER TABLE message DROP CONSTRAINT message_claim_step_fkey;
ALTER TABLE message DROP CONSTRAINT message_claim_step_person_key;
ALTER TABLE message
    ADD COLUMN filing boolean NOT NULL DEFAULT false,
    ADD COLUMN claim_step integer GENERATED ALWAYS AS (CASE WHEN NOT filing THEN step END) STORED,
    ADD COLUMN filing_step integer GENERATED ALWAYS AS (CASE WHEN filing THEN step END) STORED,
    ADD UNIQUE (claim, filing, step, person),
    ADD FOREIGN KEY (claim, claim_step) REFERENCES claim_event,
    ADD FOREIGN KEY (claim, filing_step) REFERENCES elsewhere_event;
