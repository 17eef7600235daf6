-- What is remembered of a scope.

-- validator
SELECT validator FROM scope
 WHERE source = :source AND declaration = :declaration AND key = :key AND hash = :hash
   AND loaded_at IS NOT NULL;

-- A scope that went well is up to date now; of any other the last good time stays, and its
-- cursor and validator as long as the declaration is the same. Nothing is kept about a
-- repository that is gone: nobody could tell any more who may see it.
-- save
INSERT INTO scope (source, declaration, key, repo, outcome, reason, asked_at, loaded_at, full_at, cursor, validator, hash, rows, expected, zone)
SELECT :source, :declaration, :key, :repo, :outcome, :reason, :now,
       CASE WHEN :outcome IN ('ok', 'unchanged') THEN :now END,
       CASE WHEN :outcome = 'ok' THEN :now END, :cursor,
       CASE WHEN :outcome IN ('ok', 'unchanged') THEN :validator END, :hash, :rows, :expected, :zone
 WHERE :repo IS NULL OR EXISTS (SELECT 1 FROM repo WHERE source = :source AND key = :repo)
ON CONFLICT DO UPDATE
   SET repo = excluded.repo, outcome = excluded.outcome, reason = excluded.reason,
       asked_at = CASE WHEN :outcome = 'unreached' THEN asked_at ELSE excluded.asked_at END,
       loaded_at = coalesce(excluded.loaded_at, loaded_at),
       full_at = CASE WHEN :outcome = 'ok' AND (:full OR full_at IS NULL) THEN excluded.full_at ELSE full_at END,
       cursor = coalesce(excluded.cursor, CASE WHEN hash = :hash THEN cursor END),
       validator = CASE WHEN :outcome IN ('ok', 'unchanged') THEN excluded.validator WHEN hash = :hash THEN validator END,
       rows = CASE WHEN :outcome = 'ok' THEN excluded.rows ELSE rows END,
       hash = excluded.hash, expected = excluded.expected, zone = excluded.zone;

-- A full reading is over when all of it came; one that was cut off goes on where it stopped.
-- is_due
SELECT EXISTS (SELECT 1 FROM scope
                WHERE source = :source AND declaration = :declaration AND key = :key AND full_at <= :before);

-- is_known
SELECT EXISTS (SELECT 1 FROM scope
                WHERE source = :source AND declaration = :declaration AND key = :key AND hash = :hash);

-- recall
SELECT etag, modified, next FROM answer
 WHERE source = :source AND declaration = :declaration AND key = :key AND target = :target AND asked = :asked;

-- forget_pages
DELETE FROM answer WHERE source = :source AND declaration = :declaration AND key = :key;

-- As with the scope itself: nothing about a repository that is gone.
-- remember
INSERT OR REPLACE INTO answer (source, declaration, key, target, asked, etag, modified, next)
SELECT :source, :declaration, :key, :target, :asked, :etag, :modified, :next
 WHERE EXISTS (SELECT 1 FROM scope WHERE source = :source AND declaration = :declaration AND key = :key);

-- save_cursor
INSERT INTO scope (source, declaration, key, repo, outcome, reason, asked_at, cursor, hash, zone)
SELECT :source, :declaration, :key, :repo, 'unreached', 'interrupted', :now, :cursor, :hash, :zone
 WHERE :repo IS NULL OR EXISTS (SELECT 1 FROM repo WHERE source = :source AND key = :repo)
ON CONFLICT DO UPDATE SET cursor = excluded.cursor, hash = excluded.hash;

-- add_request
INSERT INTO request (run, source, declaration, repo, zone, target, status, bytes, ms, waited, tries, cached, error)
SELECT :run, :source, :declaration, :repo, :zone, :target, :status, :bytes, :ms, :waited, :tries, :status IS 304, :error
 WHERE :repo IS NULL OR EXISTS (SELECT 1 FROM repo WHERE source = :source AND key = :repo);

-- is_public
SELECT zone = 'public' AND NOT EXISTS (SELECT 1 FROM repo WHERE source = :source AND key = :repo AND zone <> 'public')
  FROM source WHERE name = :source;

-- A row's own repository tells who may see it, where that is known.
-- add_reject
INSERT OR IGNORE INTO reject (source, declaration, scope, repo, zone, "table", key, row, reason)
SELECT :source, :declaration, :key, repo,
       CASE WHEN repo IS NULL AND :row_repo IS NOT NULL THEN 'restricted' ELSE :zone END,
       :table, :row_key, :row, :reason
  FROM (SELECT coalesce(:repo, (SELECT key FROM repo WHERE source = :source AND key = :row_repo)) AS repo);

-- What only asks for changes need not see again what was refused before; see load.supersede.
-- clear_rejects
DELETE FROM reject
 WHERE source = :source AND declaration = :declaration AND scope = :key
   AND (:afresh OR NOT EXISTS (SELECT 1 FROM scope
                                WHERE source = :source AND declaration = :declaration AND key = :key
                                  AND cursor IS NOT NULL AND hash = :hash));

-- Scopes that were asked for once and no longer are.
-- forgotten
SELECT key FROM scope
 WHERE source = :source AND declaration = :declaration
   AND key NOT IN (SELECT key FROM temp.queue WHERE source = :source AND question = :question);

-- forget
DELETE FROM scope WHERE source = :source AND declaration = :declaration AND key = :key;

-- forget_declarations
DELETE FROM scope
 WHERE source = :source AND declaration NOT IN (SELECT value FROM json_each(:declarations));

-- set_url
UPDATE source SET url = :url WHERE name = :source AND url IS NOT :url;

-- What was asked about hidden rows is in the number, so that is for those who may see them.
-- allow
INSERT INTO allowance (source, requests_left, resets_at, stopped, zone)
SELECT :source, :left, :resets_at, :stopped,
       (SELECT zone FROM repo WHERE source = :source AND zone <> 'public' ORDER BY zone DESC LIMIT 1)
 WHERE true
ON CONFLICT DO UPDATE
   SET requests_left = coalesce(excluded.requests_left, requests_left), resets_at = coalesce(excluded.resets_at, resets_at),
       stopped = excluded.stopped, zone = excluded.zone;

-- Sources of which something did not go well.
-- troubled
SELECT count(*) FROM scope
 WHERE source = :source AND outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT expected;
