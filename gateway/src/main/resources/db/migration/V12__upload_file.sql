-- What a hospital's people see of an upload besides its counts: their file's name, and the lines to correct.

CREATE TABLE upload_file (
    upload uuid PRIMARY KEY REFERENCES upload ON DELETE CASCADE,
    name   bytea NOT NULL                        -- encrypted: people name files after people
);

-- Refused lines as they came; so many an upload, and only for some weeks.
CREATE TABLE upload_refused (
    upload  uuid NOT NULL REFERENCES upload ON DELETE CASCADE,
    line    bigint NOT NULL,
    content bytea NOT NULL,                      -- encrypted
    kept_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (upload, line)
);

CREATE INDEX upload_refused_by_age ON upload_refused (kept_at);
CREATE INDEX upload_by_issuer ON upload (issuer, started_at);
