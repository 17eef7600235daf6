-- Blocked issues and pull requests that do not say what blocks them.
-- The description is searched for a word such as "blocked by", "waiting" or "because", and
-- for a reference to another issue or a page. Where there are comments the reason may be
-- among them, so those issues are left out.
--
-- group:     governance
-- severity:  low
-- remedy:    Write down what it waits for, so that somebody can unblock it.

-- finding
WITH word (text) AS (
  VALUES ('blocked by'), ('blocked on'), ('because'), ('wait'), ('depend'), ('need'), ('requires'),
         ('until'), ('due to'), ('reason'), ('on hold'), ('http://'), ('https://')
)
SELECT i.source, i.repo, i.number,
       'This is blocked, and its description does not say by what.' AS message,
       printf('Labelled as blocked; no comments; length of the description: %d; last touched on %s.',
              length(trim(i.body)), date(i.updated_at)) AS evidence
  FROM issue i
  JOIN label_meaning m ON m.labels = i.labels AND m.aspect = 'blocked'
  JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND r.archived IS NOT 1
   AND NOT is_desk(i.title, i.labels)
   AND i.comments = 0 AND i.body IS NOT NULL
   AND i.body NOT GLOB '*#[0-9]*'
   AND NOT EXISTS (SELECT 1 FROM word WHERE instr(lower(i.body), word.text));
