-- Papers that bills are exchanged to go to the ledger as red bills do, and the projection knows them, and the numbers that Finance gave out.

ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check;
ALTER TABLE outbox ADD CONSTRAINT outbox_kind_check CHECK (kind IN ('ANCHOR', 'REVERSE', 'EXCHANGE'));
ALTER TABLE outbox DROP CONSTRAINT outbox_check;
ALTER TABLE outbox ADD CONSTRAINT outbox_names_a_bill CHECK ((kind = 'ANCHOR') = (bill IS NULL));
DROP INDEX outbox_reverse;
CREATE UNIQUE INDEX outbox_related ON outbox (bill, kind) WHERE kind <> 'ANCHOR';

-- Papers that came before this was known. Byte 29 of an opening is the relation, 3 that of a paper.
INSERT INTO outbox (kind, batch, bill, urgent)
SELECT DISTINCT ON (b.id) 'EXCHANGE', m.batch, b.id, false
FROM bill b JOIN batch_bill m ON m.bill = b.id JOIN batch t ON t.id = m.batch
WHERE get_byte(b.opening, 29) = 3 ORDER BY b.id, t.frozen_at;

ALTER TABLE ledger_bill ADD COLUMN provenance text; -- null while only red bills are known
ALTER TABLE ledger_bill ADD COLUMN alias_of bytea;  -- of a paper: where its electronic bill stands
CREATE INDEX ledger_bill_by_alias ON ledger_bill (alias_of) WHERE alias_of IS NOT NULL;

CREATE TABLE ledger_series (
    code        text NOT NULL,
    from_number text COLLATE "C" NOT NULL, -- 10 digits
    to_number   text COLLATE "C" NOT NULL,
    issuer      integer NOT NULL,
    PRIMARY KEY (code, from_number)
);

CREATE INDEX ledger_series_by_issuer ON ledger_series (issuer);

UPDATE ledger_checkpoint SET rebuilding = true WHERE next_block > 0;
