-- Maker ≠ checker at the desk: whoever took a claim in (受理) does not decide it. Each decision repeats who took its claim
-- in, for the database to see it; the foreign key keeps that true.
ALTER TABLE claim ADD COLUMN taken_in_by bytea NOT NULL DEFAULT '' -- empty: its claimant sent it himself
    CHECK (length(taken_in_by) IN (0, 32));
ALTER TABLE claim ADD UNIQUE (number, taken_in_by);
ALTER TABLE decision ADD COLUMN taken_in_by bytea NOT NULL DEFAULT '';
ALTER TABLE decision ADD FOREIGN KEY (claim, taken_in_by) REFERENCES claim (number, taken_in_by);
ALTER TABLE decision ADD CONSTRAINT taker_is_another CHECK (decider <> taken_in_by);
