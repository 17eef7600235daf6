-- Findings: what the checks found, but for what a waiver covers. A waiver, a section of
-- content/waivers.conf, says who accepts what, why, and until which day. What it covers is
-- listed as waived; it costs nothing, is counted nowhere and is no news. When its last day
-- has passed, the finding counts again.
--
-- What comes and goes is said once: of a finding that came or went twice within
-- quiet-days, its next coming and going is not told (to feeds, and on the page "What
-- changed") before it has been quiet for so long; only a higher severity is told at once.
-- What is found now stands on the pages all the same.
--
-- setting: quiet-days (7, 0 to 365): days in which a finding's coming and going is told twice at most; 0 tells all

-- rows finding
WITH valid AS MATERIALIZED (
  SELECT rule, source, repo, number FROM waiver WHERE until >= date('now')
)
SELECT f.rule, f.source, f.key, f.repo, f.number, f.severity,
       iif(length(f.message) > 4096, substr(f.message, 1, 4095) || '…', f.message) AS message,
       iif(length(f.evidence) > 16384, substr(f.evidence, 1, 16383) || '…', f.evidence) AS evidence
  FROM found f
 WHERE NOT EXISTS (SELECT 1 FROM valid w
                    WHERE w.rule = f.rule AND w.source = f.source AND (w.repo IS NULL OR w.repo = f.repo)
                      AND (w.number IS NULL OR w.number = f.number));

-- Of several the one that holds longest: the other columns are those of the row with the maximum.
-- rows waived_finding
SELECT f.rule AS found_by, f.source, f.key, f.repo, f.number, f.severity, f.message, f.evidence,
       w.name AS waiver, w.who, w.why, max(w.until) AS until
  FROM waiver w
 CROSS JOIN found f ON f.rule = w.rule AND f.source = w.source AND (w.repo IS NULL OR w.repo = f.repo)
                   AND (w.number IS NULL OR w.number = f.number)
 WHERE w.until >= date('now')
 GROUP BY f.rule, f.source, f.key;
