-- What tells whether the folder of keys is the one these rows were written with.
CREATE TABLE key_check (
    name   text PRIMARY KEY,
    digits text NOT NULL CHECK (digits ~ '^[0-9a-f]{16}$')
);

-- Keys of issuers who have the gateway seal for them, encrypted.
CREATE TABLE custody_seal_key (
    issuer  integer NOT NULL CHECK (issuer > 0),
    key_seq smallint NOT NULL CHECK (key_seq BETWEEN 1 AND 255),
    suite   text NOT NULL CHECK (suite IN ('SM2', 'ES256')),
    user_id bytea NOT NULL,
    pkcs8   bytea NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (issuer, key_seq)
);

CREATE TABLE custody_salt_key (
    issuer   integer PRIMARY KEY CHECK (issuer > 0),
    salt_key bytea NOT NULL,
    kept_at  timestamptz NOT NULL DEFAULT now()
);
