-- Budgets of this month that are spent, or that will be as forecast.
-- A budget is compared with what was paid, or is forecast, in the same currency and of the same
-- account, service and repository, as far as it names them.
--
-- group:     cost
-- severity:  high
-- remedy:    Find out what costs more than was planned; then stop it, or raise the budget.
-- reference: https://www.finops.org/framework/capabilities/budgeting/

-- finding
WITH budget AS MATERIALIZED (        -- there are few
  SELECT * FROM usage WHERE kind = 'budget' AND cost > 0 AND day >= date('now', 'start of month') AND day < date('now', 'start of month', '+1 month')
), compared AS (
  SELECT b.source, b.key, b.cost AS budget, b.currency, b.account, b.service, b.repo,
         total(u.cost) FILTER (WHERE u.kind = 'actual') AS actual, total(u.cost) FILTER (WHERE u.kind = 'forecast') AS forecast
    FROM budget b CROSS JOIN usage u ON u.source = b.source AND u.currency = b.currency AND u.kind IN ('actual', 'forecast')
     AND u.day >= date('now', 'start of month') AND u.day < date('now', 'start of month', '+1 month')
     AND (b.account IS NULL OR u.account = b.account) AND (b.service IS NULL OR u.service = b.service) AND (b.repo IS NULL OR u.repo = b.repo)
   GROUP BY b.source, b.key
)
SELECT source, 'budget ' || key AS key, iif(actual > budget, 'high', 'medium') AS severity,
       iif(actual > budget, 'A budget of this month is spent.', 'A budget of this month will not be enough, as forecast.') AS message,
       printf('Budget %.2f %s%s; paid %.2f, forecast %.2f.', budget / 1e6, currency, coalesce(' of ' || coalesce(repo, service, account), ''), actual / 1e6, forecast / 1e6) AS evidence
  FROM compared WHERE actual > budget OR forecast > budget;
