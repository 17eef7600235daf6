-- Budgets of site.conf that are spent, nearly spent, or will not do as forecast, as items of the
-- one order. What is spent is high, and critical when far more is.
--
-- setting: near (80, 1 to 100): per cent from which on a budget is nearly spent
-- setting: critical (150, 101 to 10000): per cent from which on it is critical

-- rows item
SELECT 'budget' AS kind, source, budget AS key,
       'Budget ' || budget || ': ' || CASE WHEN spent > monthly THEN 'spent' WHEN spent * 100 >= monthly * :near THEN 'nearly spent' ELSE 'will not do, as forecast' END AS title,
       CASE WHEN spent * 100 >= monthly * :critical THEN 'critical' WHEN spent > monthly THEN 'high' ELSE 'medium' END AS severity, 0 AS declared,
       CASE WHEN spent * 100 >= monthly * :critical THEN 'critical' WHEN spent > monthly THEN 'high' ELSE 'medium' END || ' budget (' || reason || ')' AS basis,
       'Look on the page of costs what it was spent for; stop what is not worth it, or raise the budget in site.conf.' AS remedy,
       coalesce(spent_on, reached_on) || 'T00:00:00Z' AS opened_at
  FROM budget_state
 WHERE source IS NOT NULL AND (spent * 100 >= monthly * :near OR forecast > monthly);
