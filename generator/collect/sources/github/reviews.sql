-- How far open pull requests are: what reviewers decided, whether they can be merged, and
-- what the checks on them say.
--
-- pages:   graphql $.data.repository.pullRequests.pageInfo
-- items:   $.data.repository.pullRequests.nodes
-- answer:  object
-- partial: yes
-- rank:    25

-- Checks end without a word in the list of pull requests, so this is asked once a day.
-- ask
SELECT iif(server, json_array('api', 'graphql'), json_array('graphql')) AS path, server AS root, 'POST' AS method,
       json_object('query', 'query ($owner: String!, $name: String!, $after: String) {
  rateLimit { cost remaining resetAt }
  repository(owner: $owner, name: $name) {
    pullRequests(first: 50, after: $after, states: [OPEN], orderBy: {field: UPDATED_AT, direction: DESC}) {
      pageInfo { hasNextPage endCursor }
      nodes {
        number reviewDecision mergeable
        latestOpinionatedReviews(first: 50) { nodes { state } }
        commits(last: 1) { nodes { commit { statusCheckRollup { state } } } }
      }
    }
  }
}', 'variables', json_object('owner', substr(repo, 1, instr(repo, '/') - 1), 'name', name, 'after', NULL)) AS body,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       iif(pulls IS NULL, 'no open pull request is known', NULL) AS absent,
       pulls || ' ' || updated_at || ' ' || date('now') AS validator,
       repo
  FROM (SELECT r.key AS repo, r.name, r.pushed_at, i.pulls, i.updated_at,
               EXISTS (SELECT 1 FROM setting WHERE key = 'url' AND rtrim(value, '/') LIKE '%/api/v3') AS server
          FROM repo r
          LEFT JOIN (SELECT repo, count(*) AS pulls, max(updated_at) AS updated_at FROM issue
                      WHERE kind = 'pull' AND state = 'open' GROUP BY repo) i ON i.repo = r.key)
 ORDER BY max(pushed_at, coalesce(updated_at, '')) DESC, repo;

-- rows issue window(repo)
SELECT i.repo, i.number,
       lower(coalesce(p.value ->> '$.reviewDecision', 'none')) AS review_state,
       (SELECT count(*) FROM json_each(p.value -> '$.latestOpinionatedReviews.nodes') v
         WHERE v.value ->> '$.state' = 'APPROVED') AS approvals,
       lower(nullif(p.value ->> '$.mergeable', 'UNKNOWN')) AS mergeable,
       CASE WHEN json_type(p.value, '$.commits.nodes[0].commit.statusCheckRollup') = 'null' THEN 'none'
            ELSE lower(p.value ->> '$.commits.nodes[0].commit.statusCheckRollup.state') END AS ci_state
  FROM json_each(coalesce(:body -> '$.data.repository.pullRequests.nodes', 'the answer is no list')) p
  JOIN issue i ON i.repo = :repo AND i.number = p.value ->> '$.number';
