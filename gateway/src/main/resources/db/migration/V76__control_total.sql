-- Finance's control totals: how many bills, and of how much, a hospital issued on a day under a code; a correction is
-- another version. Beside each its last comparison with the bills that came.
CREATE TABLE control_total (
    issuer    integer NOT NULL CHECK (issuer > 0),
    day       date NOT NULL,
    kind      text NOT NULL,
    code      text NOT NULL,                     -- empty: all-digital
    version   integer NOT NULL,
    bills     bigint NOT NULL CHECK (bills >= 0),
    fen       bigint NOT NULL CHECK (fen >= 0),
    ranges    text NOT NULL,                     -- FIRST-LAST,… or empty
    low       bytea NOT NULL CHECK (length(low) = 11),  -- identities of this kind and code stand
    high      bytea NOT NULL CHECK (length(high) = 11), -- between these
    stated_by text NOT NULL,
    stated_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, day, kind, code, version)
);

CREATE TABLE control_result (
    issuer      integer NOT NULL,
    day         date NOT NULL,
    kind        text NOT NULL,
    code        text NOT NULL,
    version     integer NOT NULL,                -- that it was compared with
    bills       bigint NOT NULL,                 -- that came
    fen         bigint NOT NULL,
    missing     text NOT NULL,                   -- numbers that did not come: FIRST-LAST,…
    certain     boolean NOT NULL,                -- else some of them may never have been given out
    complete    boolean NOT NULL,
    compared_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, day, kind, code)
);

CREATE INDEX control_result_open ON control_result (day) WHERE NOT complete;

CREATE INDEX bill_by_issue ON bill (issuer, issued_on);
