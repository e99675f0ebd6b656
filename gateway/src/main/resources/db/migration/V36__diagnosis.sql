-- Who opened the diagnoses of a bill (查看诊断), and when; of the diagnoses themselves nothing is here.
CREATE TABLE diagnosis_access (
    bill    uuid NOT NULL REFERENCES bill,
    account uuid NOT NULL,                       -- whoever signed in
    at      timestamptz NOT NULL
);

CREATE INDEX diagnosis_access_by_bill ON diagnosis_access (bill, at);
