-- Dependants as this case wants them: what stands there.

-- rows dependant_count
SELECT source, repo, direct, transitive, reason FROM dependant_count;
