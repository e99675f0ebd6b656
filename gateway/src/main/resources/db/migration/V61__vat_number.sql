-- The last 8 digits of a VAT invoice's identity, whose code has 10 digits (and a byte of padding) or 12.
CREATE INDEX bill_by_vat_number ON bill (substring(identity FROM CASE get_byte(identity, 10) WHEN 255 THEN 7 ELSE 8 END FOR 4))
    WHERE get_byte(identity, 0) = 2;
