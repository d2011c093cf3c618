# A private PostgreSQL for tests, in a folder of its own and without a port. Says the folder, and lives until its input closes.
# $0 is the folder with PostgreSQL's programs.
set -e
cd /
folder=$(mktemp -d "${TMPDIR:-/tmp}/parelmuur-tests-XXXXXX")
trap '"$0/pg_ctl" -D "$folder/data" -m immediate stop >>"$folder/log" 2>&1 || true; rm -rf "$folder"' EXIT
"$0/initdb" -D "$folder/data" -U parelmuur -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1
"$0/pg_ctl" -D "$folder/data" -w -l "$folder/server.log" -o "-k '$folder' -c listen_addresses='' -c fsync=off \
    -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c max_connections=200" start >>"$folder/log" 2>&1
echo "$folder"
cat >/dev/null
