-- Events that have had their effect here. One row each, written in the transaction of the effect.
CREATE TABLE inbox (
    event_id   uuid PRIMARY KEY,
    handled_at timestamptz NOT NULL DEFAULT now()
);

-- Events to publish, in the order of their position. Empty but for what is on its way.
CREATE TABLE outbox (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id uuid        NOT NULL,
    topic    text        NOT NULL,
    key      text        NOT NULL,
    headers  text        NOT NULL,
    data     bytea       NOT NULL,
    added_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE customer (
    id       uuid PRIMARY KEY,
    name     text,
    language text        NOT NULL,
    since    timestamptz NOT NULL
);

CREATE TABLE contact_point (
    kind        text NOT NULL,
    value       text NOT NULL,
    customer_id uuid NOT NULL REFERENCES customer,
    PRIMARY KEY (kind, value)
);
CREATE INDEX contact_point_customer ON contact_point (customer_id);

CREATE TABLE stage (
    customer_id uuid        NOT NULL REFERENCES customer,
    model       text        NOT NULL,
    stage       text        NOT NULL,
    since       timestamptz NOT NULL,
    PRIMARY KEY (customer_id, model)
);

-- Only ever added to.
CREATE TABLE stage_change (
    position    bigint GENERATED ALWAYS AS IDENTITY,
    id          uuid PRIMARY KEY,
    customer_id uuid        NOT NULL REFERENCES customer,
    model       text        NOT NULL,
    from_stage  text,
    to_stage    text        NOT NULL,
    direction   text        NOT NULL,
    rule        text        NOT NULL,
    cause       uuid        NOT NULL,
    happened_at timestamptz NOT NULL
);
CREATE INDEX stage_change_customer ON stage_change (customer_id, position);

CREATE TABLE customer_case (
    id             uuid PRIMARY KEY,
    customer_id    uuid        NOT NULL REFERENCES customer,
    feedback_id    uuid        NOT NULL,
    type           text        NOT NULL,
    category       text        NOT NULL,
    queue          text        NOT NULL,
    priority       smallint    NOT NULL, -- 0 is most urgent
    language       text        NOT NULL,
    excerpt        text        NOT NULL,
    customer_name  text,
    reply_kind     text,
    reply_value    text,
    opened_at      timestamptz NOT NULL,
    acknowledge_by timestamptz,
    acknowledged_at timestamptz,
    due_at         timestamptz NOT NULL,
    status         text        NOT NULL,
    consultant     text,
    answered_at    timestamptz,
    closed_at      timestamptz,
    last_event     uuid        NOT NULL
);
CREATE INDEX customer_case_queue ON customer_case (queue, due_at) WHERE status <> 'closed';
CREATE INDEX customer_case_customer ON customer_case (customer_id);

CREATE TABLE case_answer (
    id          uuid PRIMARY KEY,
    case_id     uuid        NOT NULL REFERENCES customer_case,
    consultant  text        NOT NULL,
    text        text        NOT NULL,
    given_at    timestamptz NOT NULL,
    follow_up_id uuid       NOT NULL
);
CREATE INDEX case_answer_case ON case_answer (case_id);

-- Only ever added to.
CREATE TABLE timeline_entry (
    position    bigint GENERATED ALWAYS AS IDENTITY,
    id          uuid PRIMARY KEY,
    customer_id uuid        NOT NULL REFERENCES customer,
    kind        text        NOT NULL,
    happened_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    correlation uuid        NOT NULL,
    causation   uuid        NOT NULL,
    case_id     uuid,
    detail      jsonb       NOT NULL
);
CREATE INDEX timeline_entry_customer ON timeline_entry (customer_id, happened_at, position);
