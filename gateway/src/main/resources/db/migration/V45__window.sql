-- Who stands at a hospital's window now: for two hours, so that no address and no form bears a person's data.

CREATE TABLE window_visit (
    id        uuid PRIMARY KEY,
    issuer    integer NOT NULL,
    paper     bytea NOT NULL,                    -- encrypted: kind and number of the paper he showed, and his name
    opened_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX window_visit_by_age ON window_visit (opened_at);
