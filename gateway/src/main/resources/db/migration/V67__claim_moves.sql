-- A claim is written anew at each step of its life. What each of these writes had to do besides is less from here on.

-- Which line of its history is the next, without counting them.
ALTER TABLE claim ADD COLUMN steps integer NOT NULL DEFAULT 1;
UPDATE claim c SET steps = (SELECT count(*) FROM claim_event e WHERE e.claim = c.number);

-- An envelope is stored by the statement that names it, and forgotten by one that looks whether a claim under way does.
ALTER TABLE claim DROP CONSTRAINT claim_transaction_id_fkey;
DROP INDEX claim_submitted;

-- A person's claims are few, and claim_of_patient finds them.
DROP INDEX claim_year;

-- Reviews and decisions point at one index of a claim's people instead of two.
ALTER TABLE claim ADD UNIQUE (number, claimant, patient, taken_in_by);
ALTER TABLE review ADD COLUMN taken_in_by bytea NOT NULL DEFAULT '';
UPDATE review r SET taken_in_by = c.taken_in_by FROM claim c WHERE c.number = r.claim;
ALTER TABLE review DROP CONSTRAINT review_claim_claimant_patient_fkey;
ALTER TABLE review ADD FOREIGN KEY (claim, claimant, patient, taken_in_by)
    REFERENCES claim (number, claimant, patient, taken_in_by);
ALTER TABLE decision DROP CONSTRAINT decision_claim_claimant_patient_fkey;
ALTER TABLE decision DROP CONSTRAINT decision_claim_taken_in_by_fkey;
ALTER TABLE decision ADD FOREIGN KEY (claim, claimant, patient, taken_in_by)
    REFERENCES claim (number, claimant, patient, taken_in_by);
ALTER TABLE claim DROP CONSTRAINT claim_number_claimant_patient_key;
ALTER TABLE claim DROP CONSTRAINT claim_number_taken_in_by_key;

-- The table of legal moves changes with a version only, never while claims move. A foreign key would lock its row for each
-- step of each claim, and every claim that moves at that moment waits for that one page; looking is enough.
ALTER TABLE claim_event DROP CONSTRAINT claim_event_from_state_to_state_fkey;

CREATE FUNCTION claim_event_is_legal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.from_state IS NOT NULL AND NOT EXISTS (
        SELECT FROM claim_move WHERE from_state = NEW.from_state AND to_state = NEW.to_state)
    THEN
        RAISE foreign_key_violation USING
            MESSAGE = format('no claim goes from %s to %s', NEW.from_state, NEW.to_state),
            TABLE = 'claim_event', CONSTRAINT = 'claim_event_from_state_to_state_fkey';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER claim_event_is_legal BEFORE INSERT OR UPDATE OF from_state, to_state ON claim_event
    FOR EACH ROW EXECUTE FUNCTION claim_event_is_legal();

-- Written once, long, and hardly to be compressed: the attempt costs more than it saves.
ALTER TABLE receipt ALTER COLUMN receipt SET STORAGE EXTERNAL;
ALTER TABLE claim_envelope ALTER COLUMN envelope SET STORAGE EXTERNAL;
