CREATE TABLE inbox (
    event_id uuid PRIMARY KEY
);

CREATE TABLE outbox (
    position bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id uuid        NOT NULL,
    topic    text        NOT NULL,
    key      text        NOT NULL,
    headers  text        NOT NULL,
    data     bytea       NOT NULL,
    added_at timestamptz NOT NULL DEFAULT now()
);

-- One row for each message that somebody wanted sent, and what became of it.
CREATE TABLE follow_up (
    id              uuid        PRIMARY KEY,
    customer_id     uuid        NOT NULL,
    feedback_id     uuid        NOT NULL,
    case_id         uuid,
    purpose         text        NOT NULL,
    contact_kind    text        NOT NULL,
    -- The request as it came: all that is needed to write the letter and to tell what it led to.
    request_headers text        NOT NULL,
    request_data    bytea       NOT NULL,
    requested_at    timestamptz NOT NULL,
    planned_at      timestamptz NOT NULL,
    state           text        NOT NULL CHECK (state IN ('planned', 'sending', 'sent', 'skipped', 'failed')),
    -- Why it was skipped, or has failed.
    reason          text,
    attempts        integer     NOT NULL DEFAULT 0,
    -- How often a process stopped while it was sending: so often more may the same mail have arrived.
    lapses          integer     NOT NULL DEFAULT 0,
    last_error      text,
    -- While planned: when to try next. While sending: when the sender, unless it says otherwise, counts as dead.
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    finished_at     timestamptz,
    message_id      text,
    CHECK ((finished_at IS NULL) = (state IN ('planned', 'sending')))
);

CREATE INDEX follow_up_waiting ON follow_up (next_attempt_at) WHERE state IN ('planned', 'sending');
CREATE INDEX follow_up_of_customer ON follow_up (customer_id, requested_at DESC);
CREATE INDEX follow_up_about_feedback ON follow_up (feedback_id);
