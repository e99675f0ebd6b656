-- Contents that bear the number of another one. Both are kept and anchored; the ledger is told of
-- them, so that it takes no share of either and every payer's gateway knows.

-- Whether a batch's bills were compared with all that were stored before. They are compared once
-- the batch is anchored, which is after it was committed: of two that were stored at the same
-- moment the later one sees the other.
ALTER TABLE outbox ADD COLUMN compared boolean NOT NULL DEFAULT false;
CREATE INDEX outbox_not_compared ON outbox (id) WHERE kind = 'ANCHOR' AND state = 'DONE' AND NOT compared;

CREATE TABLE conflicting_content (
    bill     uuid PRIMARY KEY REFERENCES bill,
    found_at timestamptz NOT NULL DEFAULT now(),
    outcome  text,                               -- what the ledger said of it; null until it was told
    told_at  timestamptz,
    CHECK ((outcome IS NULL) = (told_at IS NULL))
);

CREATE INDEX conflicting_content_untold ON conflicting_content (bill) WHERE outcome IS NULL;
CREATE INDEX ledger_bill_in_conflict ON ledger_bill (bill_index) WHERE state = 'CONFLICT';
