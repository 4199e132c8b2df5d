-- A queue is listed by status, most urgent first and then what is due first: read in that order, whatever the status. To
-- page through what is closed sorted every case there ever was.
DROP INDEX customer_case_queue;
CREATE INDEX customer_case_queue ON customer_case (queue, status, priority, due_at, id);
