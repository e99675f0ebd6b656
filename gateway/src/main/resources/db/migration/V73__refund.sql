-- What hospitals do at their pages to bills that are issued: one refund at a time of each bill, and numbers drawn from their series.

-- Bills that say something of another: byte 29 of an opening is the relation, bytes 30 to 40 the other bill.
CREATE INDEX bill_related ON bill (substring(opening FROM 31 FOR 11)) WHERE get_byte(opening, 29) <> 0;

-- Whoever takes a bill back holds this row, so that no two reissue it.
CREATE TABLE refund (
    original   uuid PRIMARY KEY REFERENCES bill,
    form       text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now()
);

-- A number that was shown to somebody is not shown to another within the hour.
CREATE TABLE drawn_number (
    code     text NOT NULL,
    number   text COLLATE "C" NOT NULL,
    issuer   integer NOT NULL,
    drawn_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (code, number)
);

-- Numbers in use, by code: kinds 1 and 4 are what Finance numbers.
CREATE INDEX bill_by_series ON bill (issuer, substring(identity FROM 2)) WHERE get_byte(identity, 0) IN (1, 4);
