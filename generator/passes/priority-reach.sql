-- What it adds to an item's priority that much depends on its repository.
-- Repositories of the portfolio that would break if this one changes count each, those that
-- depend on it through others, too; and so does the repository's place in the world, by the
-- OpenSSF Criticality Score (see model-criticality). The weights are our own: they order what
-- is equally urgent, and make nothing urgent alone.
--
-- setting: each (1, 0 to 100): points for each repository that depends on it
-- setting: most (5, 0 to 100): points for all of them at most
-- setting: criticality (0.4, 0 to 1): criticality from which on it counts
-- setting: critical (3, 0 to 100): points then

-- rows priority_part
WITH reach AS MATERIALIZED (
  SELECT source, repo, 'dependants' AS component, min(:most, :each * transitive) AS points,
         iif(transitive = 1, 'needed by 1 repository', 'needed by ' || transitive || ' repositories') AS reason
    FROM dependant_count WHERE transitive > 0
   UNION ALL
  SELECT source, repo, 'criticality', :critical, printf('criticality %.2f', score)
    FROM model_score WHERE rule = 'model-criticality' AND score >= :criticality
)
SELECT t.kind, t.source, t.key, t.repo, t.number, r.component, r.points, r.reason
  FROM reach r CROSS JOIN item t ON t.source = r.source AND t.repo = r.repo
 WHERE r.points <> 0;
