#!/usr/bin/env bash
# Runs once, when PostgreSQL makes its data folder: three roles, each with the least that its service needs.
#   contentapi_owner   owns the database and its tables: contentapi migrate
#   contentapi_writer  reads and changes rows:           contentapi import
#   contentapi_reader  reads rows:                       contentapi serve
# The passwords come from the folder SECRETS.
set -euo pipefail
secrets=${SECRETS:-/run/secrets}

# The first line, as contentapi reads it.
password() { IFS= read -r line <"$secrets/$1_password" || [[ -n $line ]]; printf '%s' "${line%$'\r'}"; }

psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set database="$POSTGRES_DB" \
    --set owner="$(password owner)" --set writer="$(password writer)" --set reader="$(password reader)" <<'SQL'
create role contentapi_owner login password :'owner';
create role contentapi_writer login password :'writer';
create role contentapi_reader login password :'reader';

alter database :"database" owner to contentapi_owner;
revoke all on database :"database" from public;
grant connect, temporary on database :"database" to contentapi_writer;
grant connect on database :"database" to contentapi_reader;

revoke all on schema public from public;
alter schema public owner to contentapi_owner;
grant usage on schema public to contentapi_writer, contentapi_reader;

-- Tables of later migrations too.
alter default privileges for role contentapi_owner in schema public grant select, insert, update, delete on tables to contentapi_writer;
alter default privileges for role contentapi_owner in schema public grant usage on sequences to contentapi_writer;
-- ANALYZE after a large import; before version 17 autovacuum does it a minute later.
select current_setting('server_version_num')::int >= 170000 as has_maintain \gset
\if :has_maintain
alter default privileges for role contentapi_owner in schema public grant maintain on tables to contentapi_writer;
\endif
alter default privileges for role contentapi_owner in schema public grant select on tables to contentapi_reader;
SQL
