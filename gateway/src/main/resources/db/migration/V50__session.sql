-- People who sign in. Whoever comes from an OpenID provider has no password here, and his login is
-- oidc: and a hash (SM3) of the provider and his subject there. The name is encrypted.
CREATE TABLE account (
    id         uuid PRIMARY KEY,
    login      text NOT NULL UNIQUE CHECK (login ~ '^([a-z0-9._-]{3,64}|oidc:[0-9a-f]{64})$'),
    password   text CHECK (password LIKE '$argon2id$%'),
    name       bytea NOT NULL,
    roles      text[] NOT NULL CHECK (cardinality(roles) > 0),
    issuer     integer CHECK (issuer > 0),
    person     bytea CHECK (octet_length(person) = 32),
    payer      text,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((password IS NULL) = (login LIKE 'oidc:%')),
    CHECK (NOT 'HOSPITAL' = ANY (roles) OR issuer IS NOT NULL),
    CHECK (NOT roles && ARRAY ['CITIZEN', 'AGENT', 'CLERK'] OR person IS NOT NULL),
    CHECK (NOT 'PAYER' = ANY (roles) OR payer IS NOT NULL)
);

-- Who is signed in. Only the hash (SM3) of what his browser holds is here.
CREATE TABLE session (
    hash     bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    account  uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    begun_at timestamptz NOT NULL DEFAULT now(),
    seen_at  timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX session_by_account ON session (account);
CREATE INDEX session_by_seen_at ON session (seen_at);

-- Failed sign-ins of a login or from an address (its SM3), and when the next is looked at.
CREATE TABLE sign_in_delay (
    subject    bytea PRIMARY KEY CHECK (octet_length(subject) = 32),
    failures   integer NOT NULL CHECK (failures >= 0),
    since      timestamptz NOT NULL,
    not_before timestamptz NOT NULL
);

CREATE INDEX sign_in_delay_by_since ON sign_in_delay (since);

-- Who was sent to the OpenID provider and has not come back: ten minutes at most. Of the state and of
-- what the browser holds only hashes (SM3) are here; where he was is encrypted.
CREATE TABLE oidc_pending (
    state    bytea PRIMARY KEY CHECK (octet_length(state) = 32),
    browser  bytea NOT NULL CHECK (octet_length(browser) = 32),
    back     bytea NOT NULL,
    begun_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX oidc_pending_by_begun_at ON oidc_pending (begun_at);
