-- Health: whether what a repository builds on is kept up to date.
-- Updates count 2: a fifth is lost for each pull request of a bot that updates dependencies
-- (Dependabot, Renovate) and has been open for more than 30 days. Where no such pull request is
-- known, not now and not in the past, nothing tells whether dependencies are outdated: no source
-- tells versions or ends of life yet. Nothing is expected of an archived repository.
--
-- setting: updates (2, 0 to 100): points where no update of dependencies waits; 0 takes the component out

-- rows score_part
WITH weight (component, maximum, effort, remedy) AS (
  VALUES ('updates', :updates, 1, 'Merge or close the waiting updates of dependencies.')
), bot (author) AS (
  VALUES ('dependabot[bot]'), ('dependabot-preview[bot]'), ('renovate[bot]'), ('renovate-bot'), ('pyup-bot'), ('greenkeeper[bot]')
), waiting AS MATERIALIZED (
  SELECT source, repo, sum(state = 'open') AS open,
         sum(state = 'open' AND created_at < strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-30 days')) AS late
    FROM issue WHERE kind = 'pull' AND author IN (SELECT author FROM bot) GROUP BY source, repo
), part (source, repo, component, share, reason) AS (
  SELECT r.source, r.key, 'updates', iif(r.archived IS 1, NULL, max(1 - w.late / 5.0, 0.0)),
         CASE WHEN r.archived THEN 'archived, so no update is expected'
              WHEN w.open IS NULL THEN 'no bot is known to update its dependencies'
              ELSE printf('Open updates of dependencies: %d, of these %d for more than 30 days', w.open, w.late) END
    FROM repo r LEFT JOIN waiting w ON w.source = r.source AND w.repo = r.key
)
SELECT p.source, p.repo, p.component, round(p.share * w.maximum, 1) AS points, w.maximum,
       iif(p.share IS NULL, 'Not known: ' || p.reason || '.',
           printf('%s: %g of %g points.', p.reason, round(p.share * w.maximum, 1), w.maximum)) AS reason,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.remedy, NULL) AS remedy,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.effort, NULL) AS effort
  FROM part p CROSS JOIN weight w ON w.component = p.component AND w.maximum > 0;
