//! Wide rows: a struct read by column name where a tuple's sixteen columns do not do, and the statements that write a
//! row whole.

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

/// The statements that add a row and write it anew, from its columns named once. The values are bound in
/// their order, the row's number last.
macro_rules! written {
    ($table:literal: $first:ident, $($column:ident),+ $(,)?) => {
        $crate::row::written!(@next $table, [$($column)+],
            [2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20
             21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40],
            [stringify!($first)], ["$1"], [stringify!($first), " = $1"]);
    };
    (@next $table:literal, [$column:ident $($more:ident)*], [$number:literal $($rest:literal)*],
        [$($names:tt)*], [$($values:tt)*], [$($sets:tt)*]) => {
        $crate::row::written!(@next $table, [$($more)*], [$($rest)*],
            [$($names)*, ", ", stringify!($column)],
            [$($values)*, ", $", $number],
            [$($sets)*, ", ", stringify!($column), " = $", $number]);
    };
    (@next $table:literal, [], [$id:literal $($rest:literal)*],
        [$($names:tt)*], [$($values:tt)*], [$($sets:tt)*]) => {
        const INSERT: &str = concat!(
            "insert into ", $table, " ( ", $($names)*, ", id ) values ( ", $($values)*, ", $", $id, " )"
        );
        const UPDATE: &str =
            concat!("update ", $table, " set ", $($sets)*, " where id = $", $id);
    };
}

pub(crate) use written;

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

#[cfg(test)]
mod tests {
    super::written! { "review": organ, stage, version }

    #[test]
    fn a_row_is_added_and_written_anew_with_its_columns_in_their_order_and_its_number_last() {
        assert_eq!(
            INSERT,
            "insert into review ( organ, stage, version, id ) values ( $1, $2, $3, $4 )"
        );
        assert_eq!(UPDATE, "update review set organ = $1, stage = $2, version = $3 where id = $4");
    }
}
