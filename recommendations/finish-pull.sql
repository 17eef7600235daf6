-- Of the pull requests that stand still, the one that is nearest to its end.
-- First comes what is approved, passes and has no conflict; then what is approved; then what
-- waits for a review; then what its author was asked to change or has conflicts; among equals the
-- oldest. A single one is no choice: it takes two. Drafts, pull requests of programs and
-- archived repositories are left out, and those of which a finding is waived.
--
-- group:     flow
-- effort:    0.5
-- reference: https://chaoss.community/kb/metric-change-request-closure-ratio/

-- recommendation
SELECT source, key AS repo, 't' AS title, 'e' AS evidence, 'a' AS action, NULL AS effect, 'r' AS reason FROM repo WHERE 0;
