-- The queue of what is to be asked; see queue.h.

-- create
CREATE TEMP TABLE IF NOT EXISTS queue (
  source   TEXT NOT NULL,
  waiting  INTEGER NOT NULL, -- since when, if it was not reached last time: these come first
  position INTEGER NOT NULL, -- of the row in its ask; of the ranks above 10 behind all others
  rank     INTEGER NOT NULL,
  question INTEGER NOT NULL,
  key      TEXT NOT NULL,    -- of the scope
  row      TEXT,             -- the ask's, as JSON; NULL: taken, or not ours to ask
  PRIMARY KEY (source, waiting, position, rank, question)
) WITHOUT ROWID;

-- What has waited longest goes first: else a small budget would never reach the last.
-- add
INSERT INTO temp.queue (source, waiting, position, rank, question, key, row)
SELECT :source,
       coalesce((SELECT coalesce(unixepoch(loaded_at), 0) FROM scope
                  WHERE source = :source AND declaration = :declaration AND key = :key AND outcome = 'unreached'),
                9223372036854775807),
       :position, :rank, :question, :key, :row;

-- next
SELECT waiting, position, rank, question, row FROM temp.queue
 WHERE source = :source AND (waiting, position, rank, question) > (:waiting, :position, :rank, :question)
   AND row IS NOT NULL
 ORDER BY waiting, position, rank, question LIMIT 1;

-- values
SELECT value FROM json_each(:row);

-- clear
DELETE FROM temp.queue WHERE source = :source;
