INSERT INTO usage (source, key, kind, day, provider, cost, currency) VALUES
  ('s', '1', 'actual', '2026-11-01', 'p', 60000000, 'GBP'), ('s', '2', 'actual', '2026-11-30', 'p', 40010000, 'GBP'), ('s', '3', 'actual', '2026-11-01', 'p', 100000000, 'EUR'),
  ('s', '4', 'actual', '2026-10-31', 'p', 900000000, 'EUR'), ('s', '5', 'budget', '2026-11-01', 'p', 900000000, 'EUR'), ('s', '6', 'actual', '2026-11-01', 'p', NULL, NULL), ('t', '1', 'actual', '2026-11-01', 'p', 200000000, 'GBP');
-- finds month GBP | medium | It has cost more than 100 GBP this month. | So far 100.01 GBP.
-- waives
