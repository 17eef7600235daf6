INSERT INTO usage (source, key, kind, day, provider, cost, currency) VALUES
  ('s', '1', 'actual', '2026-10-31', 'p', 20000000, 'GBP'), ('s', '2', 'actual', '2026-11-01', 'p', 20000000, 'GBP'), ('s', '3', 'actual', '2026-11-20', 'p', 10000000, 'GBP'), ('s', '4', 'actual', '2026-09-30', 'p', 90000000, 'GBP'),
  ('s', '5', 'actual', '2026-10-31', 'p', 20000000, 'EUR'), ('s', '6', 'actual', '2026-11-01', 'p', 29990000, 'EUR'), ('s', '7', 'actual', '2026-11-01', 'p', 90000000, 'USD'),
  ('s', '8', 'actual', '2026-10-01', 'p', 2000000, 'CHF'), ('s', '9', 'actual', '2026-11-01', 'p', 11000000, 'CHF'), ('s', '10', 'forecast', '2026-11-01', 'p', 99000000, 'EUR'),
  ('t', '1', 'actual', '2026-10-31', 'p', 20000000, 'GBP'), ('t', '2', 'actual', '2026-11-01', 'p', 80000000, 'GBP');
-- finds month GBP | medium | It has cost far more this month than in all of the last. | So far 30.00 GBP; in all of the last month 20.00.
-- waives
