create table if not exists orders (
  number varchar(20) primary key,
  psid varchar not null,
  state varchar(10) not null,
  changed timestamp(0) with time zone not null
);
create index if not exists orders_psid on orders (psid);

-- messages to customers: news of orders, and answers
create table if not exists message (
  id bigint generated always as identity primary key,
  reference varchar(32) not null unique,
  psid varchar not null,
  order_number varchar(20),
  order_state varchar(10),
  json varchar not null,
  sending varchar(10) not null default 'PENDING',
  attempts int not null default 0,
  due timestamp(3) with time zone not null,
  reason varchar,
  delivery varchar(10) not null default 'UNKNOWN',
  created timestamp(3) with time zone not null,
  changed timestamp(3) with time zone not null,
  unique (order_number, order_state)
);
create index if not exists message_turn on message (sending, psid, id);

create table if not exists status_report (
  id bigint generated always as identity primary key,
  fingerprint varchar(64) not null unique,
  reference varchar,
  psid varchar,
  state varchar(10) not null,
  error_code varchar,
  error_description varchar,
  received varchar,
  stored timestamp(3) with time zone not null
);
create index if not exists status_report_reference on status_report (reference);

-- users' messages that could not be answered
create table if not exists failed_event (
  fingerprint varchar(64) primary key,
  json varchar not null,
  reason varchar not null,
  stored timestamp(3) with time zone not null
);
