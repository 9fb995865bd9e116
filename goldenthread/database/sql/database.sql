-- What a new, empty database needs before its first migration. Run by a superuser in that database.
ALTER SCHEMA public OWNER TO goldenthread_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO goldenthread_app, goldenthread_public, goldenthread_backup;

-- The independent advice service has its own schema, which the authority's role cannot enter.
CREATE SCHEMA IF NOT EXISTS advice AUTHORIZATION goldenthread_owner;
REVOKE ALL ON SCHEMA advice FROM PUBLIC;
GRANT USAGE ON SCHEMA advice TO goldenthread_advice, goldenthread_backup;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

ALTER DEFAULT PRIVILEGES FOR ROLE goldenthread_owner IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO goldenthread_app;
ALTER DEFAULT PRIVILEGES FOR ROLE goldenthread_owner IN SCHEMA public
  GRANT USAGE, SELECT ON SEQUENCES TO goldenthread_app;
ALTER DEFAULT PRIVILEGES FOR ROLE goldenthread_owner IN SCHEMA advice
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO goldenthread_advice;

-- Who is asking: set for one transaction by goldenthread.database.acting; empty means nobody, so nothing.
CREATE OR REPLACE FUNCTION app_authority() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.authority', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION app_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION app_holders() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('app.holders', true), '')::uuid[], '{}') $$;
CREATE OR REPLACE FUNCTION app_children() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('app.children', true), '')::uuid[], '{}') $$;
GRANT EXECUTE ON FUNCTION app_authority(), app_person(), app_holders(), app_children() TO PUBLIC;

-- A version 7 key (milliseconds, then chance: no order within one), for rows that SQL itself writes.
CREATE OR REPLACE FUNCTION app_new_key() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(set_bit(
      substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
        || substring(uuid_send(gen_random_uuid()) FROM 7),
      52, 1), 53, 1), 'hex')::uuid
$$;
GRANT EXECUTE ON FUNCTION app_new_key() TO PUBLIC;
