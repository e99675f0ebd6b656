-- Wrong check codes that strangers typed: five within an hour lock the bill for strangers' typed look-ups.
CREATE TABLE typed_attempt (
    identity bytea NOT NULL CHECK (length(identity) = 11),
    at       timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX typed_attempt_by_identity ON typed_attempt (identity, at);
