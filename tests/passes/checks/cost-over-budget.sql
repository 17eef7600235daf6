INSERT INTO usage (source, key, kind, day, provider, account, service, cost, currency) VALUES
  ('s', 'b1', 'budget', '2026-11-01', 'p', 'spent', NULL, 10000000, 'GBP'), ('s', 'u1', 'actual', '2026-11-02', 'p', 'spent', 'x', 6000000, 'GBP'), ('s', 'u2', 'actual', '2026-11-20', 'p', 'spent', 'y', 4000001, 'GBP'),
  ('s', 'b2', 'budget', '2026-11-01', 'p', 'forecast', 'x', 10000000, 'GBP'), ('s', 'u3', 'actual', '2026-11-02', 'p', 'forecast', 'x', 6000000, 'GBP'), ('s', 'f1', 'forecast', '2026-11-30', 'p', 'forecast', 'x', 12000000, 'GBP'),
  ('s', 'u4', 'actual', '2026-11-02', 'p', 'forecast', 'other', 99000000, 'GBP'), ('s', 'b3', 'budget', '2026-11-01', 'p', 'exactly', NULL, 10000000, 'GBP'), ('s', 'u5', 'actual', '2026-11-02', 'p', 'exactly', NULL, 10000000, 'GBP'),
  ('s', 'u6', 'actual', '2026-10-31', 'p', 'exactly', NULL, 10000000, 'GBP'), ('s', 'u7', 'actual', '2026-11-01', 'p', 'exactly', NULL, 10000000, 'USD'), ('s', 'b4', 'budget', '2026-11-01', 'p', 'not told', NULL, 1, 'GBP'),
  ('s', 'b5', 'budget', '2026-10-01', 'p', 'spent', NULL, 1, 'GBP'), ('t', 'b', 'budget', '2026-11-01', 'p', NULL, NULL, 1000000, 'GBP'), ('t', 'u', 'actual', '2026-11-01', 'p', NULL, NULL, 2000000, 'GBP');
-- finds budget b1 | high | A budget of this month is spent. | Budget 10.00 GBP of spent; paid 10.00, forecast 0.00.
-- finds budget b2 | medium | A budget of this month will not be enough, as forecast. | Budget 10.00 GBP of x; paid 6.00, forecast 12.00.
-- waives
