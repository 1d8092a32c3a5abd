-- Metrics of a tenant with many clients are answered from daily sums: changes of what they are made from are written down.
SELECT watch_rows('Client');
SELECT watch_rows('Stage');
SELECT watch_rows('Pipeline');
