-- A claim's row is written anew some seven times in a second of its life. Where its page has room, the writes that touch no
-- index leave the indexes alone.
ALTER TABLE claim SET (fillfactor = 70);
