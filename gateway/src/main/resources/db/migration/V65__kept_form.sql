-- What somebody filled in whose session was over when he sent it: for an hour, for him alone, to be shown where he was.
CREATE TABLE kept_form (
    account uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    path    text NOT NULL,
    form    bytea NOT NULL,                      -- encrypted
    kept_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX kept_form_by_age ON kept_form (kept_at);
