-- What the user did: RATING, or WATCH, whose rating is 1.
ALTER TABLE live_rating ADD COLUMN event_kind VARCHAR(15) NOT NULL DEFAULT 'RATING';
