//! The sheet: what is expected, read from `matrix.csv`.

use qz_domain::action::Action;
use qz_domain::power::Reach;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use std::collections::BTreeMap;

const SHEET: &str = include_str!("../matrix.csv");

/// What an object has instead of a stage.
pub const NO_STAGE: &str = "-";

/// The expected side.
pub struct Sheet(BTreeMap<(Action, String), BTreeMap<Role, Option<Reach>>>);

impl Sheet {
    pub fn read() -> Self {
        let mut lines = SHEET.lines();
        let roles: Vec<Role> = lines
            .next()
            .unwrap()
            .split(',')
            .skip(2)
            .map(|code| Role::from_code(code).unwrap_or_else(|| panic!("no role {code}")))
            .collect();
        assert_eq!(roles, Role::ALL, "a column for each role");
        let mut rows = BTreeMap::new();
        for line in lines {
            let cells: Vec<&str> = line.split(',').collect();
            assert_eq!(cells.len(), roles.len() + 2, "{line}");
            let action = Action::from_code(cells[0]).unwrap_or_else(|| panic!("no action: {line}"));
            let reaches = cells[2..].iter().map(|cell| match *cell {
                "–" => None,
                cell => Some(Reach::from_code(cell).unwrap_or_else(|| panic!("{cell}: {line}"))),
            });
            let row = roles.iter().copied().zip(reaches).collect();
            let doubled = rows.insert((action, cells[1].to_owned()), row);
            assert!(doubled.is_none(), "stands twice: {line}");
        }
        Self(rows)
    }

    /// Every row: its action and its stage.
    pub fn rows(&self) -> impl Iterator<Item = (Action, &str)> {
        self.0.keys().map(|(action, stage)| (*action, stage.as_str()))
    }

    /// The stages that an action has rows for.
    pub fn stages(&self, action: Action) -> Vec<&str> {
        self.rows().filter(|row| row.0 == action).map(|row| row.1).collect()
    }

    /// How far a role reaches.
    pub fn cell(&self, action: Action, stage: &str, role: Role) -> Option<Reach> {
        let row = self.0.get(&(action, stage.to_owned()));
        row.unwrap_or_else(|| panic!("no row for {} in {stage}", action.code()))[&role]
    }

    /// Whether a role may do an action to something as near as this.
    pub fn allows(&self, action: Action, stage: &str, role: Role, near: Reach) -> bool {
        self.cell(action, stage, role).is_some_and(|reach| near <= reach)
    }

    /// Whether a role may do an action in some stage or other, however far.
    pub fn knows(&self, action: Action, role: Role) -> bool {
        self.stages(action).iter().any(|stage| self.cell(action, stage, role).is_some())
    }
}
