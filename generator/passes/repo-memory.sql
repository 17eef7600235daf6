-- What is remembered of a repository, for its page: first what stands beside its items of
-- tonight on the desk (see context), the most urgent item's first, but for what former desks
-- listed; then decisions, conversations, notes and reports of the repository itself, which its
-- own source keeps or another one tells ("owner/name"), the latest first.
--
-- setting: most (3, 1 to 20): how many of either are shown

-- rows repo_memory
WITH beside AS (
  SELECT t.source, t.repo, t.number AS beside, t.title AS item, c.words, c.memory_kind AS kind, c.memory_source AS memory_source, c.memory_key,
         c.repo AS origin, c.number, c.title, c.day, c.status, c.url, c.path, p.rank, c.place
    FROM context c
    JOIN priority p ON p.kind = c.kind AND p.source = c.source AND p.key = c.key
    JOIN item t ON t.kind = c.kind AND t.source = c.source AND t.key = c.key
   WHERE t.repo IS NOT NULL AND c.memory_kind <> 'desk'
), own AS (
  SELECT page.source, page.repo, m.source AS memory_source, m.key AS memory_key
    FROM page CROSS JOIN memory m ON m.source = page.source AND m.repo = page.repo
  UNION
  SELECT page.source, page.repo, m.source, m.key
    FROM page CROSS JOIN memory m ON m.about = page.repo
), told AS (
  SELECT *, 1 AS part FROM beside
  UNION ALL
  SELECT o.source, o.repo, NULL, NULL, NULL, m.kind, m.source, m.key,
         m.repo, m.number, m.title, date(m.created_at), m.status, m.url, NULL,
         row_number() OVER (PARTITION BY o.source, o.repo ORDER BY m.created_at DESC NULLS LAST, m.source, m.key), 0, 2
    FROM own o JOIN memory m ON m.source = o.memory_source AND m.key = o.memory_key
   WHERE m.kind <> 'document' AND m.title IS NOT NULL
), once AS (
  SELECT *, row_number() OVER (PARTITION BY source, repo, memory_source, memory_key ORDER BY part, rank, place) AS same FROM told
), counted AS (
  SELECT *, row_number() OVER (PARTITION BY source, repo, part ORDER BY rank, place) AS nth FROM once WHERE same = 1
)
SELECT c.source, c.repo, row_number() OVER (PARTITION BY c.source, c.repo ORDER BY c.part, c.nth) AS place,
       c.beside, c.item, c.words, c.kind, c.memory_source, c.memory_key, c.origin, c.number, c.title, c.day, c.status, c.url,
       iif(e.place IS NULL, c.path, 'memory') AS path
  FROM counted c
  LEFT JOIN memory_entry e ON e.source = c.memory_source AND e.key = c.memory_key AND c.kind NOT IN ('issue', 'pull', 'document')
 WHERE c.nth <= :most;
