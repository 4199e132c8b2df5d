-- What customers allow us. Only ever added to; the last by happened_at holds, position settles what was said at once.
CREATE TABLE consent_change (
    position     bigint GENERATED ALWAYS AS IDENTITY,
    id           uuid PRIMARY KEY,
    customer_id  uuid        NOT NULL REFERENCES customer,
    contact_kind text        NOT NULL,
    purpose      text        NOT NULL,
    given        boolean     NOT NULL,
    feedback_id  uuid        NOT NULL,
    cause        uuid        NOT NULL,
    happened_at  timestamptz NOT NULL
);
CREATE INDEX consent_change_customer ON consent_change (customer_id, happened_at, position);
