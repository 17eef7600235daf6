-- What site.conf and its files say of costs. Each :rows is a JSON array of arrays. What stays as
-- it is is not written: it would count as a change.

-- forget_currency
DELETE FROM cost_currency WHERE (currency, zone) NOT IN (SELECT value ->> 0, value ->> 1 FROM json_each(:rows));

-- save_currency
INSERT INTO cost_currency (currency, zone) SELECT value ->> 0, value ->> 1 FROM json_each(:rows) WHERE true ON CONFLICT DO NOTHING;

-- forget_prices
DELETE FROM price
 WHERE (provider, model, kind, valid_from, price, currency, line, zone)
       NOT IN (SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7 FROM json_each(:rows));

-- save_prices
INSERT INTO price (provider, model, kind, valid_from, price, currency, line, zone)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7 FROM json_each(:rows) WHERE true ON CONFLICT DO NOTHING;

-- forget_rates
DELETE FROM rate
 WHERE (currency, day, value, line, zone) NOT IN (SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(:rows));

-- save_rates
INSERT INTO rate (currency, day, value, line, zone)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(:rows) WHERE true ON CONFLICT DO NOTHING;

-- forget_budgets
DELETE FROM budget
 WHERE (name, monthly, currency, thresholds, filters, zone, line)
       NOT IN (SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 FROM json_each(:rows));

-- save_budgets
INSERT INTO budget (name, monthly, currency, thresholds, filters, zone, line)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 FROM json_each(:rows) WHERE true ON CONFLICT DO NOTHING;
