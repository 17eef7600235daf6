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

-- As scope.save would write it.
-- settle_unchanged
UPDATE scope
   SET outcome = 'unchanged', reason = NULL, expected = 0, asked_at = :now, loaded_at = :now
 WHERE source = :source AND declaration = :declaration AND key = :key AND hash = :hash
   AND validator = :validator AND loaded_at IS NOT NULL AND (full_at IS NULL OR full_at > :full_before);

-- settle_known
UPDATE scope SET asked_at = :now
 WHERE source = :source AND declaration = :declaration AND key = :key AND hash = :hash
   AND outcome = :outcome AND reason = :reason;

-- next
SELECT waiting, position, rank, question, row FROM temp.queue
 WHERE source = :source AND (waiting, position, rank, question) > (:waiting, :position, :rank, :question)
   AND row IS NOT NULL
 ORDER BY waiting, position, rank, question LIMIT 1;

-- values
SELECT value FROM json_each(:row);

-- clear
DELETE FROM temp.queue WHERE source = :source;
