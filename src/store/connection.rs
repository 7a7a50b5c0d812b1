//! One connection of the pool. Every statement goes through here: each has a limit, and what it fails with decides
//! whether the connection is used again.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use futures_util::stream::{self, BoxStream};
use futures_util::{FutureExt as _, StreamExt as _, TryFutureExt as _, TryStreamExt as _};
use sqlx::any::{AnyArguments, AnyQueryResult, AnyRow, AnyStatement, AnyTypeInfo};
use sqlx::{Any, AnyConnection, Connection as _, Either, Execute, Executor, SqlStr};
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::timeout;

use crate::store::pool::{Live, NEVER_AGAIN, Pool, Settings, Taken};
use crate::store::trouble::{self, Trouble, Verdict};

/// A connection in use. Dropping it gives it back: with an open transaction once that is rolled back, and not at all
/// after a statement that was not answered.
pub(super) struct Connection {
    /// `None` once it was given back.
    live: Option<Live>,
    place: Option<OwnedSemaphorePermit>,
    pool: Pool,
    /// How long each answer may take; `None` for a file.
    limit: Option<Duration>,
    state: State,
    is_in_transaction: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Ready,
    /// A statement is under way, or was given up.
    Busy,
    /// It must not be used again.
    Unusable,
}

impl Pool {
    /// A connection, tested where that costs a round trip.
    ///
    /// # Errors
    /// None was free in time, or the database cannot be connected to.
    pub(super) async fn acquire(&self) -> sqlx::Result<Connection> {
        Ok(Connection::new(self.take().await?, self.clone()))
    }

    /// The first connection: says at once why there is none. Without the settings it is not used again.
    ///
    /// # Errors
    /// The database cannot be connected to.
    pub(super) async fn first(&self, settings: Settings) -> sqlx::Result<Connection> {
        Ok(Connection::new(self.take_first(settings).await?, self.clone()))
    }
}

impl Connection {
    fn new((live, place): Taken, pool: Pool) -> Self {
        let limit = (!pool.is_file()).then(|| pool.limits().statement);
        Self { live: Some(live), place: Some(place), pool, limit, state: State::Ready, is_in_transaction: false }
    }

    /// Gives each statement this long at the server, for work that reads much; each row still has to come in time. The
    /// connection is not used for anything else afterwards.
    pub(super) async fn read_for(&mut self, limit: Duration) -> sqlx::Result<()> {
        if !self.pool.is_file() {
            let locks = self.pool.limits().turn.as_millis();
            let long = format!("set statement_timeout = {}; set lock_timeout = {locks}", limit.as_millis());
            sqlx::raw_sql(sqlx::AssertSqlSafe(long)).execute(&mut *self).await?;
            self.live().epoch = NEVER_AGAIN;
        }
        Ok(())
    }

    /// The same for work that says nothing for as long, such as rewriting a table.
    pub(super) async fn work_for(&mut self, limit: Duration) -> sqlx::Result<()> {
        self.read_for(limit).await?;
        self.limit = self.limit.map(|_| limit);
        Ok(())
    }

    /// Begins a transaction with this statement.
    pub(super) async fn begin(&mut self, statement: &'static str) -> sqlx::Result<()> {
        // Before it is known to be: a rollback too many does no harm.
        self.is_in_transaction = true;
        sqlx::query(statement).execute(self).await.map(drop)
    }

    /// Commits the transaction and gives the connection back.
    pub(super) async fn commit(mut self) -> sqlx::Result<()> {
        sqlx::query("commit").execute(&mut self).await?;
        self.is_in_transaction = false;
        Ok(())
    }

    /// The connection of sqlx, for what takes no executor. Nothing there has a limit: whoever uses it sets one.
    pub(super) fn raw(&mut self) -> &mut AnyConnection {
        self.state = State::Busy;
        &mut self.live().raw
    }

    fn live(&mut self) -> &mut Live {
        self.live.as_mut().expect("a connection is given back only when it is dropped")
    }

    /// What becomes of the connection after a failure; gives up all others if it concerns them too.
    fn after(error: &sqlx::Error, pool: &Pool) -> State {
        match trouble::verdict(error) {
            Verdict::Fine => State::Ready,
            Verdict::Unusable => State::Unusable,
            Verdict::AllUnusable => {
                pool.give_up_all();
                State::Unusable
            }
        }
    }

    /// Waits for one answer, within the limit.
    async fn within<T>(
        limit: Option<Duration>,
        server: &Arc<str>,
        answer: impl Future<Output = T>,
    ) -> Result<T, sqlx::Error> {
        match limit {
            Some(limit) => {
                timeout(limit, answer).await.map_err(|_| Trouble::NoAnswer { server: Arc::clone(server), limit }.into())
            }
            None => Ok(answer.await),
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        let (Some(mut live), Some(place)) = (self.live.take(), self.place.take()) else { return };
        let pool = self.pool.clone();
        let is_file = pool.is_file();
        let is_clean = self.state == State::Ready && !self.is_in_transaction;
        if is_clean {
            return pool.put_back(live, place);
        }
        if self.state == State::Unusable || (self.state == State::Busy && !is_file) {
            // Dropping closes the socket and waits for no one; the server rolls back.
            return;
        }
        // Without a runtime the process is ending, and the database rolls back by itself.
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        let (limit, in_transaction) = (self.limit.or(Some(pool.limits().turn)), self.is_in_transaction);
        runtime.spawn(async move {
            let server = Arc::clone(&live.server);
            let ending = async {
                match in_transaction {
                    true => sqlx::query("rollback").execute(&mut live.raw).await.map(drop),
                    false => live.raw.ping().await,
                }
            };
            // A transaction that the database has ended by itself fails here, and the connection is replaced.
            match Self::within(limit, &server, ending).await {
                Ok(Ok(())) => pool.put_back(live, place),
                Ok(Err(_)) if is_file => {
                    // A file's connection ends in a thread of its own: the next one is made after that.
                    let _closed_or_late = timeout(pool.limits().turn, live.raw.close()).await;
                }
                _ => {}
            }
        });
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection").field("state", &self.state).finish_non_exhaustive()
    }
}

impl<'c> Executor<'c> for &'c mut Connection {
    type Database = Any;

    fn fetch_many<'e, 'q: 'e, E>(self, query: E) -> BoxStream<'e, sqlx::Result<Either<AnyQueryResult, AnyRow>>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Any>,
    {
        self.state = State::Busy;
        let Connection { live, pool, limit, state, .. } = self;
        let pool = pool.clone();
        let live = live.as_mut().expect("a connection is given back only when it is dropped");
        let (limit, server) = (*limit, Arc::clone(&live.server));
        let rows = (&mut live.raw).fetch_many(query);
        // Each row in its own time: a backup reads long, but never waits long.
        let limited = stream::unfold(Some((rows, state)), move |going| {
            let (server, pool) = (Arc::clone(&server), pool.clone());
            async move {
                let (mut rows, state) = going?;
                match Connection::within(limit, &server, rows.next()).await {
                    Ok(Some(Ok(row))) => Some((Ok(row), Some((rows, state)))),
                    Ok(None) => {
                        *state = State::Ready;
                        None
                    }
                    Ok(Some(Err(error))) | Err(error) => {
                        *state = Connection::after(&error, &pool);
                        Some((Err(error), None))
                    }
                }
            }
        });
        limited.boxed()
    }

    fn fetch_optional<'e, 'q: 'e, E>(self, query: E) -> BoxFuture<'e, sqlx::Result<Option<AnyRow>>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Any>,
    {
        self.state = State::Busy;
        async move {
            let limit = self.limit;
            let live = self.live();
            let server = Arc::clone(&live.server);
            let row = Connection::within(limit, &server, live.raw.fetch_optional(query)).await.and_then(|row| row);
            self.state = row.as_ref().err().map_or(State::Ready, |error| Connection::after(error, &self.pool));
            row
        }
        .boxed()
    }

    fn prepare_with<'e>(self, sql: SqlStr, parameters: &'e [AnyTypeInfo]) -> BoxFuture<'e, sqlx::Result<AnyStatement>>
    where
        'c: 'e,
    {
        // The code prepares nothing by itself: sqlx does so inside the two functions above.
        Executor::prepare_with(self.raw(), sql, parameters)
    }
}

/// A statement on whichever connection is free. One that certainly did nothing, because its plan is stale or the server
/// only reads by now, is tried once more on a new connection.
impl<'c> Executor<'c> for &'c Pool {
    type Database = Any;

    fn fetch_many<'e, 'q: 'e, E>(self, query: E) -> BoxStream<'e, sqlx::Result<Either<AnyQueryResult, AnyRow>>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Any>,
    {
        let statement = Statement::of(query);
        let all = async move {
            let statement = statement?;
            let first = self.acquire().await?.fetch_many(statement.clone()).try_collect::<Vec<_>>().await;
            let all = match first {
                Err(error) if trouble::did_nothing(&error) => {
                    self.acquire().await?.fetch_many(statement).try_collect().await?
                }
                first => first?,
            };
            Ok(stream::iter(all.into_iter().map(Ok)))
        };
        all.try_flatten_stream().boxed()
    }

    fn fetch_optional<'e, 'q: 'e, E>(self, query: E) -> BoxFuture<'e, sqlx::Result<Option<AnyRow>>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Any>,
    {
        let statement = Statement::of(query);
        async move {
            let statement = statement?;
            match self.acquire().await?.fetch_optional(statement.clone()).await {
                Err(error) if trouble::did_nothing(&error) => self.acquire().await?.fetch_optional(statement).await,
                first => first,
            }
        }
        .boxed()
    }

    fn prepare_with<'e>(self, sql: SqlStr, parameters: &'e [AnyTypeInfo]) -> BoxFuture<'e, sqlx::Result<AnyStatement>>
    where
        'c: 'e,
    {
        async move { self.acquire().await?.prepare_with(sql, parameters).await }.boxed()
    }
}

/// A statement that can be sent twice.
struct Statement {
    sql: SqlStr,
    arguments: Option<AnyArguments>,
    is_persistent: bool,
}

impl Statement {
    fn of<'q>(mut query: impl Execute<'q, Any>) -> sqlx::Result<Self> {
        let arguments = query.take_arguments().map_err(sqlx::Error::Encode)?;
        let is_persistent = query.persistent();
        Ok(Self { sql: query.sql(), arguments, is_persistent })
    }
}

impl Clone for Statement {
    fn clone(&self) -> Self {
        let arguments = self.arguments.as_ref().map(|arguments| {
            let mut copy = AnyArguments::default();
            copy.values.0.clone_from(&arguments.values.0);
            copy
        });
        Self { sql: self.sql.clone(), arguments, is_persistent: self.is_persistent }
    }
}

impl Execute<'_, Any> for Statement {
    fn sql(self) -> SqlStr {
        self.sql
    }

    fn statement(&self) -> Option<&AnyStatement> {
        None
    }

    fn take_arguments(&mut self) -> Result<Option<AnyArguments>, sqlx::error::BoxDynError> {
        Ok(self.arguments.take())
    }

    fn persistent(&self) -> bool {
        self.is_persistent
    }
}

/// A struct with a field for each column of a query, which sqlx reads into it by name.
///
/// sqlx's own derive needs its macros, and these compile both of its drivers a second time, for the compiler.
macro_rules! row {
    ($(#[$about:meta])* $sight:vis struct $row:ident { $($(#[$of_field:meta])* $of:vis $column:ident: $kind:ty,)+ }) => {
        $(#[$about])*
        $sight struct $row { $($(#[$of_field])* $of $column: $kind,)+ }

        impl<'r> sqlx::FromRow<'r, sqlx::any::AnyRow> for $row {
            fn from_row(row: &'r sqlx::any::AnyRow) -> sqlx::Result<Self> {
                Ok(Self { $($column: sqlx::Row::try_get(row, stringify!($column))?,)+ })
            }
        }
    };
}

pub(super) use row;
