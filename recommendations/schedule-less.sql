-- Workflows that run by the clock, again and again, over a repository that nobody changes.
-- What runs often and finds everything as it was takes time and money for nothing; once a week
-- tells as much. Of several the one is told that takes longest. A workflow that commits changes
-- its repository, and so is left out; archived repositories and forks, too.
--
-- group:     cost
-- effort:    0.25
-- reference: https://docs.github.com/en/actions/writing-workflows/choosing-when-your-workflow-runs/events-that-trigger-workflows#schedule

-- recommendation
SELECT source, key AS repo, 't' AS title, 'e' AS evidence, 'a' AS action, NULL AS effect, 'r' AS reason FROM repo WHERE 0;
