//! The subjects of a table of facts (对象), each with its rows of every cycle: sorted once, asked by as many rules as there are.

use super::rows::{subject, values};
use qz_domain::fact::FactTable;
use qz_mechanism::expression::Value;
use qz_mechanism::fact::Per;
use std::collections::BTreeMap;

/// Subjects by their names, of a table whose periods are the cycles, in order.
#[derive(Debug)]
pub struct Subjects<'a> {
    pub(super) table: &'a FactTable,
    pub(super) values: Vec<Vec<Value>>,
    /// The places of each one's rows, cycle by cycle.
    pub(super) all: Vec<(&'a str, Vec<Vec<usize>>)>,
}

impl<'a> Subjects<'a> {
    /// Those of a table, of so many cycles.
    pub fn of(table: &'a FactTable, per: Per, cycles: usize) -> Self {
        let mut all: BTreeMap<&str, Vec<Vec<usize>>> = BTreeMap::new();
        for (at, row) in table.rows.iter().enumerate() {
            let Some(name) = subject(row, per) else { continue };
            let own = all.entry(name).or_insert_with(|| vec![vec![]; cycles]);
            if let Some(rows) = own.get_mut(row.period) {
                rows.push(at);
            }
        }
        Self { table, values: values(table), all: all.into_iter().collect() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The numbers of the records of a subject's rows.
    pub(super) fn records(&self, rows: &[usize]) -> Vec<String> {
        let found = rows.iter().filter_map(|at| self.table.rows.get(*at));
        found.map(|row| row.record.clone()).collect()
    }
}
