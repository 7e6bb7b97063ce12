//! The grid (成批录入): thirty rows of eight fields, for hands that know a spreadsheet.
//!
//! Without script it is a table of inputs; with it arrows and Enter move, and a block pasted from
//! a spreadsheet fills the cells. The field of row 3, column `unit` is sent as `unit.3`; rows
//! count from 1.

use super::Choice;
use crate::words::Words;
use askama::Template;

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GridWidth {
    /// A number, a word.
    Narrow,
    /// A day, a name.
    Middle,
    /// A sentence.
    Wide,
}

impl GridWidth {
    fn class(self) -> &'static str {
        match self {
            Self::Narrow => "w1",
            Self::Middle => "w2",
            Self::Wide => "w3",
        }
    }
}

/// What the cells of a column take.
#[derive(Debug, Clone)]
pub enum GridControl {
    /// Words.
    Text,
    /// Words, of which the page offers a list by this id.
    Listed(&'static str),
    /// A whole number.
    Number,
    /// One of a few values.
    Choice(Vec<Choice>),
}

/// A column.
#[derive(Debug, Clone)]
pub struct GridColumn {
    /// The field's name.
    pub name: &'static str,
    /// Its heading.
    pub label: String,
    /// How wide it is.
    pub width: GridWidth,
    /// What its cells take.
    pub control: GridControl,
}

/// A cell: what was typed, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct GridCell {
    /// What was typed.
    pub value: String,
    /// What is wrong with it.
    pub error: Option<String>,
}

/// A row of cells, in the order of the columns; missing ones are empty.
#[derive(Debug, Clone, Default)]
pub struct GridRow {
    /// The cells.
    pub cells: Vec<GridCell>,
}

/// A table of inputs.
#[derive(Debug, Clone, Template)]
#[template(path = "part/grid.html")]
pub struct Grid {
    words: Words,
    caption: String,
    columns: Vec<GridColumn>,
    rows: Vec<GridRow>,
    headings: Vec<String>,
}

impl Grid {
    /// A grid with the rows typed so far, filled up with empty ones to `least`.
    pub fn new(
        words: Words,
        caption: impl Into<String>,
        columns: Vec<GridColumn>,
        mut rows: Vec<GridRow>,
        least: usize,
    ) -> Self {
        rows.resize_with(rows.len().max(least), GridRow::default);
        for row in &mut rows {
            row.cells.resize_with(columns.len(), GridCell::default);
        }
        let headings = (1..=rows.len()).map(|number| number.to_string()).collect();
        Self { words, caption: caption.into(), columns, rows, headings }
    }

    /// The same grid with headings of its rows in place of their numbers, one for each.
    #[must_use]
    pub fn headed(self, headings: Vec<String>) -> Self {
        Self { headings, ..self }
    }

    /// What tells its rows from those of another table on the page.
    fn code(&self) -> &str {
        self.columns.first().map_or("", |column| column.name)
    }

    /// How many columns the table has, with the row's number.
    fn span(&self) -> usize {
        self.columns.len() + 1
    }
}

impl GridRow {
    /// What is wrong in this row.
    fn faults(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().filter_map(|cell| cell.error.as_deref())
    }

    fn is_bad(&self) -> bool {
        self.faults().next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grid_is_filled_up_with_empty_rows() {
        let column = GridColumn {
            name: "unit",
            label: "单位".to_owned(),
            width: GridWidth::Middle,
            control: GridControl::Text,
        };
        let cell = GridCell {
            value: "枫渡镇".to_owned(), error: Some("没有这个单位".to_owned())
        };
        let rows = vec![GridRow { cells: vec![cell] }];
        let html = Grid::new(Words::default(), "走访", vec![column], rows, 3).to_string();
        for name in ["unit.1", "unit.2", "unit.3"] {
            assert!(html.contains(&format!("name=\"{name}\"")), "{name} in {html}");
        }
        assert!(html.contains(r#"aria-describedby="e-unit-1""#), "{html}");
        assert_eq!(html.matches("没有这个单位").count(), 1);
    }
}
