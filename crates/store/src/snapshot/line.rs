//! One row as a line: a JSON array of numbers, texts, base64 and nulls, in the order of columns.

use super::shape::Kind;
use crate::bulk::Column;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

/// A line that is no row of its table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// The line is no JSON array.
    #[error("is no JSON array")]
    NotAnArray,
    /// The line has more or fewer values than the table has columns.
    #[error("has {found} values instead of {wanted}")]
    Width {
        /// How many the line has.
        found: usize,
        /// How many columns there are.
        wanted: usize,
    },
    /// A value is not of its column's kind.
    #[error("has a value in column `{0}` that cannot stand there")]
    Value(String),
}

/// A value on its way out.
pub(super) enum Cell<'a> {
    None,
    Number(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
}

/// Appends a value to a line that was opened with `[`.
pub(super) fn push(line: &mut String, cell: &Cell<'_>) {
    if line.len() > 1 {
        line.push(',');
    }
    match cell {
        Cell::None => line.push_str("null"),
        Cell::Number(number) => line.push_str(&number.to_string()),
        // A text is always JSON: serde_json writes it without fail.
        Cell::Text(text) => line.push_str(&Value::from(*text).to_string()),
        Cell::Bytes(bytes) => {
            line.push('"');
            STANDARD.encode_string(bytes, line);
            line.push('"');
        }
    }
}

/// Rows on their way in, column by column.
pub(super) struct Rows<'a> {
    columns: &'a [(String, Kind)],
    values: Vec<Column>,
    count: usize,
    bytes: usize,
}

impl<'a> Rows<'a> {
    pub(super) fn new(columns: &'a [(String, Kind)]) -> Self {
        let values = columns.iter().map(|(_, kind)| empty(*kind)).collect();
        Self { columns, values, count: 0, bytes: 0 }
    }

    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// About how much memory the rows take.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Takes the rows out and leaves none.
    pub(super) fn take(&mut self) -> Vec<Column> {
        let values = std::mem::take(&mut self.values);
        *self = Self::new(self.columns);
        values
    }

    pub(super) fn push(&mut self, line: &str) -> Result<(), LineError> {
        let row: Vec<Value> = serde_json::from_str(line).map_err(|_| LineError::NotAnArray)?;
        if row.len() != self.columns.len() {
            let (found, wanted) = (row.len(), self.columns.len());
            return Err(LineError::Width { found, wanted });
        }
        for ((value, (name, _)), column) in row.into_iter().zip(self.columns).zip(&mut self.values)
        {
            push_value(column, value).ok_or_else(|| LineError::Value(name.clone()))?;
        }
        self.count += 1;
        self.bytes += line.len();
        Ok(())
    }
}

fn empty(kind: Kind) -> Column {
    match kind {
        Kind::Number => Column::MaybeInt(Vec::new()),
        Kind::Text => Column::MaybeText(Vec::new()),
        Kind::Bytes => Column::Bytes(Vec::new()),
    }
}

fn push_value(column: &mut Column, value: Value) -> Option<()> {
    match (column, value) {
        (Column::MaybeInt(values), Value::Number(number)) => values.push(Some(number.as_i64()?)),
        (Column::MaybeInt(values), Value::Null) => values.push(None),
        (Column::MaybeText(values), Value::String(text)) => values.push(Some(text)),
        (Column::MaybeText(values), Value::Null) => values.push(None),
        (Column::Bytes(values), Value::String(text)) => values.push(STANDARD.decode(text).ok()?),
        _ => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Vec<(String, Kind)> {
        let column = |name: &str, kind| (name.to_owned(), kind);
        vec![column("a", Kind::Number), column("b", Kind::Text), column("c", Kind::Bytes)]
    }

    fn line(cells: &[Cell<'_>]) -> String {
        let mut line = "[".to_owned();
        for cell in cells {
            push(&mut line, cell);
        }
        line + "]"
    }

    #[test]
    fn a_row_is_read_back_as_it_was_written() {
        let nasty = "引\"号\\ \n\u{1}🙂";
        let written = line(&[Cell::Number(i64::MIN), Cell::Text(nasty), Cell::Bytes(&[0, 255])]);
        let empty = line(&[Cell::None, Cell::None, Cell::Bytes(&[])]);
        let columns = columns();
        let mut rows = Rows::new(&columns);
        rows.push(&written).unwrap();
        rows.push(&empty).unwrap();
        assert_eq!(rows.count(), 2);
        let values = rows.take();
        assert!(matches!(&values[0], Column::MaybeInt(v) if v[..] == [Some(i64::MIN), None]));
        let texts = [Some(nasty.to_owned()), None];
        assert!(matches!(&values[1], Column::MaybeText(v) if v[..] == texts));
        assert!(matches!(&values[2], Column::Bytes(v) if v[..] == [vec![0, 255], vec![]]));
        assert_eq!(rows.count(), 0);
    }

    #[test]
    fn a_line_that_is_no_row_says_why() {
        let columns = columns();
        let says = |line: &str| Rows::new(&columns).push(line).unwrap_err().to_string();
        assert_eq!(says("{}"), "is no JSON array");
        assert_eq!(says("[1,2]"), "has 2 values instead of 3");
        assert_eq!(says("[1,2,\"\"]"), "has a value in column `b` that cannot stand there");
        assert_eq!(says("[1.5,\"\",\"\"]"), "has a value in column `a` that cannot stand there");
        assert_eq!(says("[1,\"\",\"?\"]"), "has a value in column `c` that cannot stand there");
    }
}
