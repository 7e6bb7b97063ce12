//! The hand behind the product's back: raw SQL with the guards taken off, as the owner of the
//! database has it.

#![expect(
    clippy::disallowed_types,
    reason = "names of tables and columns cannot be bound; they come from the database itself"
)]

use qz_store::StoreUrl;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{
    AssertSqlSafe, ColumnIndex, Connection, Decode, Executor, PgConnection, Row, SqliteConnection,
    Type,
};

/// A row's values as text, in the order of the columns.
pub type Values = Vec<Option<String>>;

/// A column and whether it holds whole numbers.
#[derive(Debug, Clone)]
pub struct Column {
    pub name: String,
    pub is_number: bool,
}

/// A table as the database describes it, without columns of bytes.
#[derive(Debug, Clone)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
}

pub enum Hand {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Hand {
    /// Opens the database and takes its guards off: triggers and foreign keys.
    pub async fn reach_in(url: &StoreUrl) -> Self {
        let mut hand = match url {
            StoreUrl::Sqlite(file) => {
                let options = SqliteConnectOptions::new().filename(file).foreign_keys(false);
                Self::Sqlite(SqliteConnection::connect_with(&options).await.unwrap())
            }
            StoreUrl::Postgres(url) => Self::Postgres(PgConnection::connect(url).await.unwrap()),
        };
        let triggers = match url {
            StoreUrl::Sqlite(_) => {
                "select 'drop trigger ' || name from sqlite_master where type = 'trigger'"
            }
            StoreUrl::Postgres(_) => {
                "select format('drop trigger %I on %s', tgname, cast(tgrelid as regclass))
                   from pg_trigger where not tgisinternal"
            }
        };
        let drops = hand.texts(triggers, 1).await;
        assert!(drops.len() >= 4, "the guards were there: {drops:?}");
        for drop in drops {
            hand.run(drop[0].as_deref().unwrap()).await.unwrap();
        }
        if let Self::Postgres(_) = hand {
            hand.run("set session_replication_role = replica").await.unwrap();
        }
        hand
    }

    /// Runs a statement; how many rows it touched, or why the database refused.
    pub async fn run(&mut self, sql: &str) -> Result<u64, String> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(conn) => conn.execute(sql).await.map(|done| done.rows_affected()),
            Self::Postgres(conn) => conn.execute(sql).await.map(|done| done.rows_affected()),
        }
        .map_err(|fault| fault.to_string())
    }

    async fn texts(&mut self, sql: &str, columns: usize) -> Vec<Values> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(conn) => {
                let rows = conn.fetch_all(sql).await.unwrap();
                rows.iter().map(|row| values(row, columns)).collect()
            }
            Self::Postgres(conn) => {
                let rows = conn.fetch_all(sql).await.unwrap();
                rows.iter().map(|row| values(row, columns)).collect()
            }
        }
    }

    /// A table as it is described.
    pub async fn table(&mut self, name: &str) -> Table {
        let sql = match self {
            Self::Sqlite(_) => format!("select name, type from pragma_table_info('{name}')"),
            Self::Postgres(_) => format!(
                "select cast(column_name as text), cast(data_type as text) \
                   from information_schema.columns where table_name = '{name}' \
                  order by ordinal_position"
            ),
        };
        let columns = self.texts(&sql, 2).await.into_iter().filter_map(|row| {
            let kind = row[1].clone()?.to_lowercase();
            let is_bytes = kind == "blob" || kind == "bytea";
            let is_number = kind == "integer" || kind == "bigint";
            (!is_bytes).then(|| Column { name: row[0].clone().unwrap(), is_number })
        });
        Table { name: name.to_owned(), columns: columns.collect() }
    }

    /// Every row of a table.
    pub async fn rows(&mut self, table: &Table) -> Vec<Values> {
        let columns = table.columns.iter().map(|column| format!("cast({} as text)", column.name));
        let columns: Vec<_> = columns.collect();
        let sql = format!("select {} from {}", columns.join(", "), table.name);
        self.texts(&sql, columns.len()).await
    }

    /// Gives one column of one row another value.
    pub async fn change(
        &mut self,
        table: &Table,
        row: &Values,
        column: usize,
        value: Option<&str>,
    ) -> Result<(), String> {
        let Table { name, columns } = table;
        let value = literal(&columns[column], value);
        let column = &columns[column].name;
        let sql = format!("update {name} set {column} = {value} where {}", table.is(row));
        self.run(&sql).await.map(|touched| assert_eq!(touched, 1, "{sql}"))
    }

    pub async fn delete(&mut self, table: &Table, row: &Values) {
        let sql = format!("delete from {} where {}", table.name, table.is(row));
        assert_eq!(self.run(&sql).await, Ok(1), "{sql}");
    }

    pub async fn insert(&mut self, table: &Table, row: &Values) -> Result<(), String> {
        let names: Vec<_> = table.columns.iter().map(|column| column.name.as_str()).collect();
        let values: Vec<_> = table
            .columns
            .iter()
            .zip(row)
            .map(|(column, value)| literal(column, value.as_deref()))
            .collect();
        let (names, values) = (names.join(", "), values.join(", "));
        self.run(&format!("insert into {} ({names}) values ({values})", table.name)).await.map(drop)
    }
}

impl Table {
    /// Where a column stands.
    pub fn place(&self, name: &str) -> usize {
        self.columns.iter().position(|column| column.name == name).unwrap()
    }

    /// The condition that holds of exactly this row.
    fn is(&self, row: &Values) -> String {
        let each = self.columns.iter().zip(row).map(|(column, value)| {
            format!("{} is not distinct from {}", column.name, literal(column, value.as_deref()))
        });
        each.collect::<Vec<_>>().join(" and ")
    }
}

fn literal(column: &Column, value: Option<&str>) -> String {
    match value {
        None => "null".to_owned(),
        Some(number) if column.is_number => number.to_owned(),
        Some(text) => format!("'{}'", text.replace('\'', "''")),
    }
}

fn values<R: Row>(row: &R, columns: usize) -> Values
where
    usize: ColumnIndex<R>,
    for<'r> Option<String>: Decode<'r, R::Database> + Type<R::Database>,
{
    (0..columns).map(|at| row.try_get(at).unwrap()).collect()
}
