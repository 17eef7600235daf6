-- Twice the same.

-- rows portfolio
SELECT metric, score, score, grade, repos, left_out, reason FROM portfolio;
