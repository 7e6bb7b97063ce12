//! Rows wider than the sixteen columns a tuple can hold: a struct read by column name.

/// Declares a struct that both engines' rows are read into, field by column of the same name.
macro_rules! wide_row {
    ($(#[$doc:meta])* $vis:vis $name:ident { $($field:ident: $kind:ty),+ $(,)? }) => {
        $(#[$doc])*
        $vis struct $name { $($field: $kind),+ }

        $crate::row::wide_row!(@from sqlx::sqlite::SqliteRow, $name { $($field),+ });
        $crate::row::wide_row!(@from sqlx::postgres::PgRow, $name { $($field),+ });
    };
    (@from $row:ty, $name:ident { $($field:ident),+ }) => {
        impl<'r> sqlx::FromRow<'r, $row> for $name {
            fn from_row(row: &'r $row) -> Result<Self, sqlx::Error> {
                use sqlx::Row;
                Ok(Self { $($field: row.try_get(stringify!($field))?),+ })
            }
        }
    };
}

pub(crate) use wide_row;

/// Two structs read from one row, each by its own columns.
pub(crate) struct Pair<A, B>(pub A, pub B);

impl<'r, R, A, B> sqlx::FromRow<'r, R> for Pair<A, B>
where
    R: sqlx::Row,
    A: sqlx::FromRow<'r, R>,
    B: sqlx::FromRow<'r, R>,
{
    fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
        Ok(Self(A::from_row(row)?, B::from_row(row)?))
    }
}
