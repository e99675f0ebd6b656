-- Papers that bills were exchanged to (换开), and where they are: that a paper came back is known only to the hospital, and asked before its bill is taken back.

CREATE TABLE paper (
    bill       uuid PRIMARY KEY REFERENCES bill DEFERRABLE INITIALLY DEFERRED,
    issuer     integer NOT NULL,
    face       bytea NOT NULL CHECK (length(face) = 10),       -- its own code and number
    electronic bytea NOT NULL CHECK (length(electronic) = 10), -- those of the bill it stands for
    state      text NOT NULL DEFAULT 'ISSUED' CHECK (state IN ('ISSUED', 'COLLECTED', 'VOIDED')),
    moved_at   timestamptz,
    moved_by   text,
    CHECK ((state = 'ISSUED') = (moved_at IS NULL))
);

CREATE INDEX paper_by_face ON paper (face, issuer);
CREATE INDEX paper_by_electronic ON paper (electronic, issuer);

-- Papers that came before. Bytes 31 to 40 of an opening are the related bill's code and number.
INSERT INTO paper (bill, issuer, face, electronic)
SELECT id, issuer, substring(identity FROM 2), substring(opening FROM 32 FOR 10)
FROM bill WHERE get_byte(opening, 29) = 3;
UPDATE paper p SET electronic = f.electronic
FROM paper f WHERE f.face = p.electronic AND f.issuer = p.issuer;
