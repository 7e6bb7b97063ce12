//! A figure: its name, its value, its unit.

use serde::Serialize;
use std::fmt;

/// What one measurement came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// What was measured.
    pub name: &'static str,
    /// The median.
    #[serde(rename = "figure")]
    pub value: f64,
    /// Its unit.
    pub unit: &'static str,
}

impl Figure {
    /// The median of the rounds; 0 without any.
    pub fn median(name: &'static str, mut rounds: Vec<f64>, unit: &'static str) -> Self {
        rounds.sort_by(f64::total_cmp);
        let value = rounds.get(rounds.len() / 2).copied().unwrap_or_default();
        Self { name, value, unit }
    }

    /// The median of the rounds' quotients: each round against the peer beside it.
    pub fn ratio(name: &'static str, ours: &[f64], peer: &[f64]) -> Self {
        let rounds = ours.iter().zip(peer).map(|(ours, peer)| ours / peer).collect();
        Self::median(name, rounds, "times")
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, value, unit } = self;
        match value.abs() {
            large if large >= 100.0 => write!(out, "{name} {value:.0} {unit}"),
            _ => write!(out, "{name} {value:.2} {unit}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_counts_and_a_ratio_is_taken_round_by_round() {
        let figure = Figure::median("rows", vec![3.0, 1.0, 200.0], "us");
        assert_eq!(figure.to_string(), "rows 3.00 us");
        let ratio = Figure::ratio("ratio", &[2.0, 9.0, 3.0], &[1.0, 3.0, 3.0]);
        assert_eq!(ratio.to_string(), "ratio 2.00 times");
        assert_eq!(Figure::median("acts", vec![1234.5], "acts/s").to_string(), "acts 1234 acts/s");
    }
}
