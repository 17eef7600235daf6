-- Health: whether somebody new can use a repository and take part in it.
-- A README and a licence count 7 each, a guide for contributors 3, a description, topics, a code
-- of conduct, and templates for issues and pull requests 1 each. A licence that is there but not
-- one of those that are known by name counts.
--
-- setting: readme (7, 0 to 100): points for a README; 0 takes the component out
-- setting: license (7, 0 to 100): points for a licence; 0 takes the component out
-- setting: contributing (3, 0 to 100): points for a guide for contributors; 0 takes the component out
-- setting: description (1, 0 to 100): points for a description; 0 takes the component out
-- setting: topics (1, 0 to 100): points for topics; 0 takes the component out
-- setting: conduct (1, 0 to 100): points for a code of conduct; 0 takes the component out
-- setting: templates (1, 0 to 100): points for templates of issues and pull requests; 0 takes the component out

-- rows score_part
WITH weight (component, maximum, effort, remedy, present, absent) AS (
  VALUES ('readme', :readme, 2, 'Add a README that says what this is, how to use it and where to ask.', 'a README', 'no README'),
         ('license', :license, 0.25, 'Add a file LICENSE with the text of the licence that you choose.', 'a licence', 'no licence'),
         ('contributing', :contributing, 1, 'Add a file CONTRIBUTING.md that says how to propose a change.', 'a contributing guide', 'no contributing guide'),
         ('description', :description, 0.1, 'Say in one sentence what this is.', 'a description', 'no description'),
         ('topics', :topics, 0.1, 'Add topics, so that the repository can be found.', 'topics', 'no topics'),
         ('conduct', :conduct, 0.25, 'Add a file CODE_OF_CONDUCT.md that says how people treat each other here.', 'a code of conduct', 'no code of conduct'),
         ('templates', :templates, 0.5, 'Add templates that ask for what you need to know of a problem and of a change.', 'templates for issues and pull requests', 'no templates for issues and pull requests')
), file AS MATERIALIZED (            -- one of its files, and how many more there are
  SELECT source, repo, replace(kind, 'code_of_conduct', 'conduct') AS component,
         min(path) || iif(count(*) > 1, printf(' and %d more', count(*) - 1), '') AS path
    FROM repo_file WHERE kind IN ('readme', 'license', 'contributing', 'code_of_conduct')
   GROUP BY source, repo, kind
), practised AS (
  SELECT r.source, r.key AS repo, w.component, w.present, w.absent, f.path, r.license, json_array_length(r.topics) AS topics,
         CASE w.component WHEN 'readme' THEN r.has_readme
                          WHEN 'license' THEN iif(r.license IS NULL, r.has_license, 1)
                          WHEN 'contributing' THEN r.has_contributing
                          WHEN 'description' THEN trim(r.description) <> ''
                          WHEN 'topics' THEN json_array_length(r.topics) > 0
                          WHEN 'conduct' THEN coalesce(r.has_code_of_conduct, f.path IS NOT NULL OR iif(r.has_contributing IS NULL, NULL, 0))
                          WHEN 'templates' THEN (r.has_issue_template + r.has_pull_template) / 2.0 END AS share
    FROM repo r CROSS JOIN weight w
    LEFT JOIN file f ON f.source = r.source AND f.repo = r.key AND f.component = w.component
), part (source, repo, component, share, reason) AS (
  SELECT source, repo, component, 1.0 * share,
         CASE WHEN share IS NULL THEN 'no source told whether it has ' || present
              WHEN share = 0 THEN 'Has ' || absent
              WHEN share < 1 THEN 'Has one of two: ' || present
              WHEN component = 'topics' THEN iif(topics = 1, 'Has 1 topic', printf('Has %d topics', topics))
              ELSE 'Has ' || present || coalesce(' (' || coalesce(iif(component = 'license', nullif(license, 'NOASSERTION'), NULL), path) || ')', '') END
    FROM practised
)
SELECT p.source, p.repo, p.component, round(p.share * w.maximum, 1) AS points, w.maximum,
       iif(p.share IS NULL, 'Not known: ' || p.reason || '.',
           printf('%s: %g of %g points.', p.reason, round(p.share * w.maximum, 1), w.maximum)) AS reason,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.remedy, NULL) AS remedy,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.effort, NULL) AS effort
  FROM part p CROSS JOIN weight w ON w.component = p.component AND w.maximum > 0;
