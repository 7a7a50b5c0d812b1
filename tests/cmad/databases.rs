//! The databases of tests: an SQLite file, or a database on a PostgreSQL server that the first test that needs one
//! starts from the installed programs.
//!
//! The server has a data folder of its own, listens only on a socket in it, and ends with the tests, however they end:
//! its keeper waits for the end of a pipe that only this process holds.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AnyConnection, Connection as _};
use tempfile::TempDir;

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    Sqlite,
    Postgres,
}

impl On {
    /// The default database of tests: an SQLite file, unless `CMAD_TEST_DATABASE=postgres`.
    pub fn usual() -> Self {
        match std::env::var("CMAD_TEST_DATABASE").as_deref() {
            Ok("postgres") => Self::Postgres,
            Ok("sqlite") | Err(_) => Self::Sqlite,
            Ok(other) => panic!("CMAD_TEST_DATABASE is sqlite or postgres, not {other}"),
        }
    }
}

/// PostgreSQL, for a test that runs on it in addition to the default. `None` where it is the default or is not installed;
/// the latter is printed.
pub fn postgres_besides() -> Option<On> {
    (On::usual() == On::Sqlite && has_postgres()).then_some(On::Postgres)
}

/// Whether PostgreSQL is installed; if it is not, that is printed.
pub fn has_postgres() -> bool {
    server().is_some()
}

/// A database of its own, with a folder beside it.
pub struct Database {
    pub folder: TempDir,
    pub url: String,
    /// The actual database: SQLite where PostgreSQL was wanted and is not installed.
    pub on: On,
}

impl Database {
    pub async fn new(wanted: On) -> Self {
        Self::beside(TempDir::new().unwrap(), wanted).await
    }

    /// A new database, with this folder beside it; an SQLite file is in the folder.
    pub async fn beside(folder: TempDir, wanted: On) -> Self {
        let file = format!("sqlite://{}", folder.path().join("cmad.db").display());
        let server = if wanted == On::Postgres { server() } else { None };
        let (url, on) = match server {
            Some(server) => (server.database("template1").await, On::Postgres),
            None => (file, On::Sqlite),
        };
        Self { folder, url, on }
    }

    /// What PostgreSQL calls it.
    pub fn name(&self) -> &str {
        let name = self.url.rsplit('/').find(|part| part.contains("town_")).unwrap();
        name.split('?').next().unwrap()
    }

    /// A connection that does not go through the store.
    pub async fn connect(&self) -> AnyConnection {
        sqlx::any::install_default_drivers();
        AnyConnection::connect(&self.url).await.unwrap()
    }

    /// Runs SQL without the store.
    pub async fn behind(&self, sql: impl Into<String>) {
        let mut connection = self.connect().await;
        sqlx::query(sqlx::AssertSqlSafe(sql.into())).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    }

    /// Runs SQL about this database (`{}` in the text) from another one, and ends every session in it, because a
    /// database's settings apply to new sessions.
    pub async fn at_the_server(&self, sql: &str) {
        let (server, name) = (server().unwrap(), self.name());
        server.does(sql.replace("{}", name)).await;
        server.does(format!("select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'")).await;
    }

    /// The names of the tables, without sqlx's own.
    pub async fn tables(&self) -> Vec<String> {
        let sql = match self.on {
            On::Sqlite => "select name from sqlite_master where type = 'table' order by name",
            On::Postgres => {
                "select table_name::text from information_schema.tables where table_schema = 'public' order by 1"
            }
        };
        let mut connection = self.connect().await;
        let mut tables: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        tables.retain(|table| !table.starts_with('_'));
        tables
    }

    /// Every row of every table, as text, which is the same on both databases.
    pub async fn rows(&self) -> String {
        let mut rows = String::new();
        let tables = self.tables().await;
        let mut connection = self.connect().await;
        for table in tables {
            let sql = match self.on {
                On::Sqlite => {
                    let columns: Vec<String> =
                        sqlx::query_scalar("select 'coalesce(quote(' || name || '), '''')' from pragma_table_info($1)")
                            .bind(&table)
                            .fetch_all(&mut connection)
                            .await
                            .unwrap();
                    format!("select {} from {table}", columns.join(" || ' | ' || "))
                }
                On::Postgres => {
                    let columns: Vec<String> = sqlx::query_scalar(
                        "select (case data_type when 'text' then 'quote_nullable(' || column_name || ')'
                             else 'coalesce(' || column_name || '::text, ''NULL'')' end)::text
                         from information_schema.columns where table_schema = 'public' and table_name = $1
                         order by ordinal_position",
                    )
                    .bind(&table)
                    .fetch_all(&mut connection)
                    .await
                    .unwrap();
                    format!("select {} from {table} order by 1", columns.join(" || ' | ' || "))
                }
            };
            let found: Vec<String> =
                sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_all(&mut connection).await.unwrap();
            rows.extend(found.iter().map(|row| format!("{table}: {row}\n")));
        }
        connection.close().await.unwrap();
        rows
    }

    /// The folders that hold the files of the database and its journal.
    pub async fn homes(&self) -> Vec<PathBuf> {
        let (On::Postgres, Some(server)) = (self.on, server()) else { return vec![self.folder.path().to_owned()] };
        let mut connection = self.connect().await;
        let number = "select oid::bigint from pg_database where datname = current_database()";
        let number: i64 = sqlx::query_scalar(number).fetch_one(&mut connection).await.unwrap();
        sqlx::query("checkpoint").execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        let data = server.home.join("data");
        vec![data.join("base").join(number.to_string()), data.join("pg_wal")]
    }
}

/// A running PostgreSQL.
pub struct Server {
    home: PathBuf,
    port: u16,
    databases: AtomicU32,
    /// The keeper runs the server until the pipe to its input closes.
    _keeper: Child,
}

/// The port of a server that has its socket for itself.
const USUAL_PORT: u16 = 5432;

/// How long the server may take to start; it usually takes half a second.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(60);

/// The server of this test run; `None` when PostgreSQL is not installed, which is printed once. With
/// CMAD_TEST_POSTGRES set, as in CI, that fails instead.
pub fn server() -> Option<&'static Server> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    SERVER
        .get_or_init(|| {
            let programs = programs();
            if programs.is_none() {
                let is_required = std::env::var_os("CMAD_TEST_POSTGRES").is_some();
                assert!(!is_required, "CMAD_TEST_POSTGRES is set, and PostgreSQL is not installed");
                // Not `eprintln!`, which the test harness captures: the reader must see that this was not tested.
                let says = "\nPostgreSQL is not installed: what should run on it runs on SQLite or not at all \
                            (Debian: postgresql)\n";
                std::io::stderr().write_all(says.as_bytes()).unwrap();
            }
            Some(Server::start(&programs?, USUAL_PORT, &[], |_| {}))
        })
        .as_ref()
}

/// Where `initdb` and `postgres` are.
fn programs() -> Option<PathBuf> {
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut debian: Vec<PathBuf> = debian.map(|entry| entry.path().join("bin")).collect();
    debian.sort();
    let all = debian.into_iter().rev().chain(std::env::split_paths(&on_path));
    all.into_iter().find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
}

impl Server {
    /// A server for one test, which may change its settings. `None` where PostgreSQL is not installed.
    pub fn own() -> Option<Self> {
        server()?;
        Some(Self::start(&programs()?, USUAL_PORT, &[], |_| {}))
    }

    /// A server for one test that listens on this port of this machine too, with these settings, after `prepare` has put
    /// what they need into its folder. `None` where PostgreSQL is not installed.
    pub fn at_port(port: u16, settings: &[&str], prepare: impl FnOnce(&Path)) -> Option<Self> {
        server()?;
        let mut all = vec!["listen_addresses=127.0.0.1"];
        all.extend(settings);
        Some(Self::start(&programs()?, port, &all, prepare))
    }

    /// A server for one test that has, beside its data, a disk of this size in its folder `small`: a file system in memory,
    /// in a mount namespace of its own. `None` where PostgreSQL is not installed, or no file system can be mounted, which is
    /// printed; with CMAD_TEST_FUSE set, as in CI, that fails instead.
    pub fn with_small_disk(size: &str, settings: &[&str]) -> Option<Self> {
        server()?;
        let trial = new_home();
        let tried = on_small_disk(&trial, size, Path::new("true")).output().unwrap();
        std::fs::remove_dir_all(&trial).unwrap();
        if !tried.status.success() {
            let why = String::from_utf8_lossy(&tried.stderr);
            let is_required = std::env::var_os("CMAD_TEST_FUSE").is_some();
            assert!(!is_required, "CMAD_TEST_FUSE is set, and no file system can be mounted: {why}");
            let says =
                format!("\nNo file system can be mounted here: PostgreSQL on a full disk is not tried ({why})\n");
            std::io::stderr().write_all(says.as_bytes()).unwrap();
            return None;
        }
        let (programs, home) = (programs()?, Self::new_data(&programs()?));
        let shell = on_small_disk(&home, size, Path::new("sh"));
        Some(Self::begin_in(shell, &programs, home, USUAL_PORT, settings))
    }

    fn start(programs: &Path, port: u16, settings: &[&str], prepare: impl FnOnce(&Path)) -> Self {
        let home = Self::new_data(programs);
        prepare(&home);
        Self::begin(programs, home, port, settings)
    }

    /// A folder with the data of a new server.
    fn new_data(programs: &Path) -> PathBuf {
        let home = new_home();
        let made = command(&home, &programs.join("initdb"))
            .args(["-A", "trust", "-U", "cmad", "-E", "UTF8", "--no-locale", "--no-sync", "-D", "data"])
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        home
    }

    /// A standby of this server, which follows it.
    pub fn standby(&self) -> Self {
        let (programs, home) = (programs().unwrap(), new_home());
        let made = command(&home, &programs.join("pg_basebackup"))
            .args(["-U", "cmad", "-D", "data", "-R", "-X", "stream", "-c", "fast", "--no-sync", "-h"])
            .arg(&self.home)
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        Self::begin(&programs, home, USUAL_PORT, &[])
    }

    /// Runs the server whose data is in this home.
    fn begin(programs: &Path, home: PathBuf, port: u16, settings: &[&str]) -> Self {
        let shell = command(&home, Path::new("sh"));
        Self::begin_in(shell, programs, home, port, settings)
    }

    /// The same by this shell.
    fn begin_in(mut shell: Command, programs: &Path, home: PathBuf, port: u16, settings: &[&str]) -> Self {
        // Of two settings with one name the later one holds.
        let keeper = "home=$1 fsync=$2 port=$3; shift 3; \
             \"$0\" -D data -c listen_addresses= -c unix_socket_directories=\"$home\" -c port=$port -c fsync=$fsync \
             -c max_connections=400 -c shared_buffers=32MB \"$@\" >log 2>&1 & server=$!; \
             cat >/dev/null; kill -INT $server; wait $server; rm -rf \"$home\"";
        let port_text = port.to_string();
        let mut keeper = shell
            .args(["-c", keeper])
            .args([&programs.join("postgres"), &home])
            .args([crate::FSYNC, &port_text])
            .args(settings.iter().flat_map(|setting| ["-c", setting]))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let answers = || {
            let mut asks = command(&home, &programs.join("pg_isready"));
            asks.args(["-q", "-p", &port_text, "-h"]).arg(&home).status().unwrap().success()
        };
        let patience = std::time::Instant::now();
        while !answers() {
            let log = || std::fs::read_to_string(home.join("log")).unwrap_or_default();
            assert!(keeper.try_wait().unwrap().is_none(), "PostgreSQL did not start: {}", log());
            assert!(patience.elapsed() < PATIENCE, "PostgreSQL does not answer: {}", log());
            std::thread::yield_now();
        }
        Self { home, port, databases: AtomicU32::new(0), _keeper: keeper }
    }

    /// One of PostgreSQL's programs, as the server's user.
    pub fn program(&self, name: &str) -> Command {
        command(&self.home, &programs().expect("the server was started from them").join(name))
    }

    /// Writes a file of its settings, and has the server read it.
    pub async fn configure(&self, file: &str, text: &str) {
        std::fs::write(self.home.join("data").join(file), text).unwrap();
        self.does("select pg_reload_conf()".to_owned()).await;
    }

    /// Its folder, in which its socket is.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// The address of a database.
    pub fn url(&self, database: &str) -> String {
        let port = if self.port == USUAL_PORT { String::new() } else { format!("&port={}", self.port) };
        format!("postgres://cmad@localhost/{database}?host={}{port}", self.home.display())
    }

    /// Creates a copy of a database, and gives its address.
    pub async fn database(&self, like: &str) -> String {
        let name = format!("town_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        self.does(format!("create database {name} template {like}")).await;
        self.url(&name)
    }

    /// The one text that a query in this database finds.
    pub async fn says_in(&self, database: &str, sql: &str) -> String {
        let mut connection = sqlx::PgConnection::connect(&self.url(database)).await.unwrap();
        let text = sqlx::query_scalar(sqlx::AssertSqlSafe(sql.to_owned())).fetch_one(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        text
    }

    /// The same in a database that no test uses.
    pub async fn says(&self, sql: &str) -> String {
        self.says_in("postgres", sql).await
    }

    /// Runs SQL in a database that no test uses.
    pub async fn does(&self, sql: String) {
        self.does_in("postgres", &sql).await;
    }

    /// Runs SQL in this database.
    pub async fn does_in(&self, database: &str, sql: &str) {
        let mut connection = sqlx::PgConnection::connect(&self.url(database)).await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    }
}

/// A folder that the server's user may use.
fn new_home() -> PathBuf {
    let home = TempDir::with_prefix("cmad-postgres-").unwrap().keep();
    if let Some((uid, gid)) = as_whom() {
        std::os::unix::fs::chown(&home, Some(uid), Some(gid)).unwrap();
    }
    home
}

/// A program in this folder, as the server's user.
fn command(home: &Path, program: &Path) -> Command {
    use std::os::unix::process::CommandExt as _;
    let mut command = Command::new(program);
    // Ctrl-C must not end the keeper before it has cleaned up.
    command.current_dir(home).process_group(0);
    if let Some((uid, gid)) = as_whom() {
        command.uid(uid).gid(gid);
    }
    command
}

/// The same with a file system of this size in the folder `small`, which this program and what it starts see alone.
fn on_small_disk(home: &Path, size: &str, program: &Path) -> Command {
    use std::os::unix::process::CommandExt as _;
    let (namespace, owner, switch) = match as_whom() {
        Some((uid, gid)) => (
            vec!["--mount"],
            format!(",uid={uid},gid={gid}"),
            format!("setpriv --reuid={uid} --regid={gid} --clear-groups"),
        ),
        // Root in the namespace mounts, and PostgreSQL does not run as root.
        None => (
            vec!["--user", "--map-root-user", "--mount"],
            String::new(),
            "unshare --user --map-user=1 --map-group=1".to_owned(),
        ),
    };
    let line =
        format!("mkdir small && mount -t tmpfs -o size={size},mode=700{owner} none small && exec {switch} \"$@\"");
    let mut command = Command::new("unshare");
    command.current_dir(home).process_group(0);
    command.args(namespace).args(["sh", "-c", &line, "sh"]).arg(program);
    command
}

/// PostgreSQL refuses to run as root. Then it runs as the package's user, or as the user `nobody`.
pub fn as_whom() -> Option<(u32, u32)> {
    let id = |of: &[&str]| {
        let out = Command::new("id").args(of).output().ok().filter(|out| out.status.success())?;
        String::from_utf8_lossy(&out.stdout).trim().parse::<u32>().ok()
    };
    if id(&["-u"]) != Some(0) {
        return None;
    }
    Some(id(&["-u", "postgres"]).zip(id(&["-g", "postgres"])).unwrap_or((65534, 65534)))
}
