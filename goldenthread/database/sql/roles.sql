-- The five database roles. Run once for a server, by a superuser, before the first database is made.
-- Passwords are set apart from this file (ALTER ROLE … PASSWORD), so that it can be read by anyone.
--
--   goldenthread_owner   owns the tables; runs migrations; never serves a page
--   goldenthread_app     serves casework pages and jobs; held by row-level security
--   goldenthread_advice  serves the independent advice service (SENDIASS) from its own schema
--   goldenthread_public  reads what is public and nothing else
--   goldenthread_backup  reads everything for backup; never serves a page
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['goldenthread_owner', 'goldenthread_app', 'goldenthread_advice',
                              'goldenthread_public', 'goldenthread_backup'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', name);
    END IF;
  END LOOP;
END $$;
ALTER ROLE goldenthread_backup BYPASSRLS;
GRANT pg_read_all_data TO goldenthread_backup;
