//! The one composer of filtered lists.
//!
//! A statement is put together from constant fragments that enums choose; values are bound, never
//! written into the text. A fragment names its value `$?`; every `$?` of one fragment is the same
//! value. The test of this file prepares every fragment with every sort on both engines.

#![expect(
    clippy::disallowed_types,
    reason = "the statements are composed from constant fragments; values are bound"
)]

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, FromRow};

/// A value of a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// A whole number.
    Int(i64),
    /// A text.
    Text(String),
}

/// Which part of a list to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// How many rows, 1–200,000.
    pub size: i64,
    /// How many rows to pass over.
    pub skip: i64,
}

impl Page {
    /// Page `number` (from 1) of pages of `size` rows.
    pub fn number(number: i64, size: i64) -> Self {
        Self { size, skip: (number.max(1) - 1).saturating_mul(size) }
    }

    /// Every row, as exports give.
    pub fn all() -> Self {
        Self { size: 200_000, skip: 0 }
    }
}

/// A list being put together.
#[derive(Debug, Clone)]
pub(crate) struct List {
    columns: &'static str,
    from: &'static str,
    clauses: Vec<String>,
    values: Vec<Value>,
}

impl List {
    /// A list of `columns` from `from`; both are constants.
    pub fn new(columns: &'static str, from: &'static str) -> Self {
        Self { columns, from, clauses: vec![], values: vec![] }
    }

    /// Keeps rows for which a fragment without a value holds.
    pub fn only(&mut self, fragment: &'static str) -> &mut Self {
        self.clauses.push(fragment.to_owned());
        self
    }

    /// Keeps rows for which a fragment holds of a value.
    pub fn with(&mut self, fragment: &'static str, value: Value) -> &mut Self {
        let clause = self.place(fragment, value);
        self.clauses.push(clause);
        self
    }

    /// As [`List::with`] when there is a value.
    pub fn maybe(&mut self, fragment: &'static str, value: Option<Value>) -> &mut Self {
        match value {
            Some(value) => self.with(fragment, value),
            None => self,
        }
    }

    /// Keeps rows for which at least one of the fragments holds; none at all keeps no row.
    pub fn any(&mut self, choices: Vec<(&'static str, Value)>) -> &mut Self {
        let choices: Vec<_> =
            choices.into_iter().map(|(fragment, value)| self.place(fragment, value)).collect();
        let clause = if choices.is_empty() { "1 = 0".to_owned() } else { choices.join(" or ") };
        self.clauses.push(clause);
        self
    }

    /// Keeps rows for which a fragment holds of one of some numbers; none at all keeps no row.
    pub fn of_any(
        &mut self,
        fragment: &'static str,
        numbers: impl Iterator<Item = i64>,
    ) -> &mut Self {
        self.any(numbers.map(|number| (fragment, Value::Int(number))).collect())
    }

    fn place(&mut self, fragment: &'static str, value: Value) -> String {
        self.values.push(value);
        fragment.replace("$?", &format!("${}", self.values.len()))
    }

    fn filter(&self) -> String {
        let clauses: Vec<_> = self.clauses.iter().map(|clause| format!("({clause})")).collect();
        if clauses.is_empty() { String::new() } else { format!(" where {}", clauses.join(" and ")) }
    }

    /// The rows' statement.
    pub fn rows_sql(&self, order: &'static str) -> String {
        let next = self.values.len() + 1;
        format!(
            "select {} from {}{} order by {order} limit ${next} offset ${}",
            self.columns,
            self.from,
            self.filter(),
            next + 1
        )
    }

    /// How many rows there are in all.
    pub async fn count(&self, conn: &mut Conn) -> Result<i64, StoreError> {
        let sql = format!("select count(*) from {}{}", self.from, self.filter());
        let (count,): (i64,) = on_either!(conn, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for value in self.values.clone() {
                query = match value {
                    Value::Int(value) => query.bind(value),
                    Value::Text(value) => query.bind(value),
                };
            }
            query.fetch_one(c).await
        })?;
        Ok(count)
    }

    /// The rows of one page. `order` is a constant.
    pub async fn rows<R>(
        &self,
        conn: &mut Conn,
        order: &'static str,
        page: Page,
    ) -> Result<Vec<R>, StoreError>
    where
        R: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin,
    {
        let sql = self.rows_sql(order);
        Ok(on_either!(conn, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for value in self.values.clone() {
                query = match value {
                    Value::Int(value) => query.bind(value),
                    Value::Text(value) => query.bind(value),
                };
            }
            query.bind(page.size).bind(page.skip).fetch_all(c).await
        })?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragments_value_is_bound_once_and_an_empty_choice_keeps_nothing() {
        let mut list = List::new("v.id", "visit v");
        list.only("v.stage = 'filed'")
            .with("v.unit = $? or v.organ = $?", Value::Int(7))
            .maybe("v.manner = $?", None)
            .any(vec![("v.id = $?", Value::Int(1)), ("v.id = $?", Value::Int(2))]);
        assert_eq!(
            list.rows_sql("v.id"),
            "select v.id from visit v where (v.stage = 'filed') and (v.unit = $1 or v.organ = $1) \
             and (v.id = $2 or v.id = $3) order by v.id limit $4 offset $5"
        );
        assert!(List::new("1", "visit").any(vec![]).rows_sql("1").contains("(1 = 0)"));
    }
}
