-- Near duplicates: the same patient's care under another number. What finds them stands with the bill: the days of the
-- visit or stay, the bill it speaks of, and a mark for each item's code and name. Rows from before have none until they
-- are screened.
ALTER TABLE bill ADD COLUMN first_day date,
    ADD COLUMN last_day date,
    ADD COLUMN relation text CHECK (relation IN ('REVERSES', 'REPLACES', 'EXCHANGES')),
    ADD COLUMN related bytea CHECK (length(related) = 11),
    ADD COLUMN marks integer[];

CREATE INDEX bill_by_person_and_day ON bill (person, first_day);
DROP INDEX bill_by_person;
CREATE INDEX bill_by_related ON bill (related) WHERE related IS NOT NULL;

-- A batch is a portion of screening's work until it has the time.
ALTER TABLE batch ADD COLUMN screened_at timestamptz;
CREATE INDEX batch_unscreened ON batch (frozen_at, id) WHERE screened_at IS NULL;

-- Each pair once. Whether a refund explains it is asked when it is read, since red bills come later.
CREATE TABLE near_duplicate (
    bill     uuid NOT NULL REFERENCES bill,
    other    uuid NOT NULL REFERENCES bill,
    score    numeric(4, 3) NOT NULL CHECK (score BETWEEN 0 AND 1),
    part     boolean NOT NULL,                   -- one bill is a part of the other
    found_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (bill, other),
    CHECK (bill < other)
);

CREATE INDEX near_duplicate_of_other ON near_duplicate (other);
