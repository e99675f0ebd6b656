-- Who may use the interface. Only a token's hash (SM3) is here; its text is shown once.
CREATE TABLE api_token (
    id         uuid PRIMARY KEY,
    hash       bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    name       text NOT NULL CHECK (name <> ''),
    roles      text[] NOT NULL CHECK (cardinality(roles) > 0),
    issuer     integer CHECK (issuer > 0),
    person     bytea CHECK (octet_length(person) = 32),
    payer      text,
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz,
    CHECK (NOT 'HOSPITAL' = ANY (roles) OR issuer IS NOT NULL),
    CHECK (NOT roles && ARRAY ['CITIZEN', 'AGENT', 'CLERK'] OR person IS NOT NULL),
    CHECK (NOT 'PAYER' = ANY (roles) OR payer IS NOT NULL)
);
