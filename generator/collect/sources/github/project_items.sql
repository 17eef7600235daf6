-- What stands on every open board, with all its fields. Of what the token may not see only the
-- place is told.
--
-- pages:   graphql $.data.repositoryOwner.projectV2.items.pageInfo
-- items:   $.data.repositoryOwner.projectV2.items.nodes
-- answer:  object
-- partial: yes
-- rank:    75

-- ask
SELECT iif(server, json_array('api', 'graphql'), json_array('graphql')) AS path, server AS root, 'POST' AS method,
       json_object('query', 'query ($login: String!, $number: Int!, $after: String) {
  rateLimit { cost remaining resetAt }
  repositoryOwner(login: $login) {
    ... on ProjectV2Owner {
      projectV2(number: $number) {
        items(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          totalCount
          nodes {
            id type isArchived createdAt updatedAt
            content {
              ... on Issue { number title url repository { nameWithOwner isPrivate } }
              ... on PullRequest { number title url repository { nameWithOwner isPrivate } }
              ... on DraftIssue { title }
            }
            fieldValues(first: 30) {
              nodes {
                ... on ProjectV2ItemFieldValueCommon { field { ... on ProjectV2FieldCommon { name } } }
                ... on ProjectV2ItemFieldTextValue { text }
                ... on ProjectV2ItemFieldNumberValue { number }
                ... on ProjectV2ItemFieldDateValue { date }
                ... on ProjectV2ItemFieldSingleSelectValue { name }
                ... on ProjectV2ItemFieldIterationValue { title }
              }
            }
          }
        }
      }
    }
  }
}', 'variables', json_object('login', owner, 'number', number, 'after', NULL)) AS body,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       iif(closed, 'the board is closed', NULL) AS absent,
       updated_at || date('now') AS validator,
       key AS project, zone
  FROM (SELECT p.*, EXISTS (SELECT 1 FROM setting WHERE key = 'url' AND rtrim(value, '/') LIKE '%/api/v3') AS server
          FROM project p)
 ORDER BY updated_at DESC, key;

-- Of a field's value the one that its kind has is there.
-- rows project_item complete(project)
SELECT :project AS project,
       value ->> '$.id' AS id,
       CASE value ->> '$.type' WHEN 'ISSUE' THEN 'issue' WHEN 'PULL_REQUEST' THEN 'pull'
            WHEN 'DRAFT_ISSUE' THEN 'draft' ELSE 'redacted' END AS kind,
       iif(value ->> '$.content.repository.isPrivate', 'internal', NULL) AS zone,
       (SELECT r.key FROM repo r WHERE r.key = i.value ->> '$.content.repository.nameWithOwner') AS repo,
       value ->> '$.content.number' AS number,
       value ->> '$.content.title' AS title,
       value ->> '$.content.url' AS url,
       (SELECT f.value ->> '$.name' FROM json_each(i.value -> '$.fieldValues.nodes') f
         WHERE f.value ->> '$.field.name' = 'Status') AS status,
       value ->> '$.isArchived' AS archived,
       (SELECT json_group_object(name, value)
          FROM (SELECT f.value ->> '$.field.name' AS name,
                       coalesce(f.value ->> '$.text', f.value ->> '$.name', f.value ->> '$.number',
                                f.value ->> '$.date', f.value ->> '$.title') AS value
                  FROM json_each(i.value -> '$.fieldValues.nodes') f)
         WHERE name IS NOT NULL AND value IS NOT NULL) AS fields,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.createdAt') AS created_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.updatedAt') AS updated_at
  FROM json_each(coalesce(:body -> '$.data.repositoryOwner.projectV2.items.nodes', 'the answer is no list')) i;

-- rows project window
SELECT :project AS key, :body ->> '$.data.repositoryOwner.projectV2.items.totalCount' AS items;
