-- Who was sent to the OpenID provider to sign in there once more, and which sessions began so: the
-- accounts from there have no password by which a change of something grave could be confirmed.
ALTER TABLE oidc_pending ADD COLUMN anew boolean NOT NULL DEFAULT false;
ALTER TABLE session ADD COLUMN anew boolean NOT NULL DEFAULT false;
