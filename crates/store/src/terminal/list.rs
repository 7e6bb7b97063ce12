//! Lists of terminals: those that wait first, with when each was heard and how far its clock is off.

use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::visit::list::NamedUnit;
use crate::visit::read_instant;
use jiff::Timestamp;
use qz_domain::id::TerminalId;
use qz_domain::spelled::Spelled;
use qz_domain::terminal::{Kind, Stage};

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TerminalLine {
    /// Number in the store.
    pub id: TerminalId,
    /// The number on the box.
    pub serial: String,
    /// What people call it.
    pub name: String,
    /// How its punches reach us.
    pub kind: Kind,
    /// Where it stands, in words.
    pub place: String,
    /// The unit it stands in.
    pub unit: NamedUnit,
    /// Where it stands in its life.
    pub stage: Stage,
    /// When it was heard last.
    pub heard_at: Option<Timestamp>,
    /// When it sent something last.
    pub sent_at: Option<Timestamp>,
    /// Seconds by which its clock was ahead when that was measured last.
    pub drift: Option<i64>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TerminalSort {
    /// Those that wait first, then by unit.
    #[default]
    Waiting,
    /// By name.
    Name,
    /// The longest silent first.
    Silent,
}

impl TerminalSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Name, Self::Silent];

    fn order(self) -> &'static str {
        match self {
            Self::Waiting => {
                "case t.stage when 'pending' then 0 when 'in_service' then 1 else 2 end, u.code, t.serial"
            }
            Self::Name => "t.name, t.serial",
            Self::Silent => "coalesce(h.heard_at, 0), t.serial",
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TerminalFilter {
    /// Only those in this stage.
    pub stage: Option<Stage>,
    /// Only those whose name, number on the box or unit has this in it; empty for all.
    pub text: String,
}

const COLUMNS: &str =
    "t.id, t.serial, t.name, t.kind, t.place, u.code, u.name, u.name_en, t.stage, h.heard_at
             , h.sent_at, h.drift";
const FROM: &str =
    "terminal t join unit u on u.id = t.unit left join terminal_heard h on h.terminal = t.id";

type Row = (
    i64,
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    Option<i64>,
    Option<i64>,
    Option<i64>,
);

/// The lines of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    filter: &TerminalFilter,
    sort: TerminalSort,
    page: Page,
) -> Result<(Vec<TerminalLine>, i64), StoreError> {
    let mut list = List::new(COLUMNS, FROM);
    list.maybe("t.stage = $?", filter.stage.map(|stage| Value::Text(stage.code().to_owned())));
    let text = filter.text.trim();
    let text = (!text.is_empty()).then(|| Value::Text(text.to_owned()));
    list.maybe(
        "replace(t.name, $?, '') <> t.name or replace(t.serial, upper($?), '') <> t.serial \
         or replace(u.name, $?, '') <> u.name or u.code = $?",
        text,
    );
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    let lines = rows.into_iter().map(read).collect::<Result<_, _>>()?;
    Ok((lines, total))
}

fn read(
    (id, serial, name, kind, place, code, unit, unit_en, stage, heard, sent, drift): Row,
) -> Result<TerminalLine, StoreError> {
    let at = |ms: i64| read_instant(ms, "terminal_heard", id);
    Ok(TerminalLine {
        id: TerminalId(id),
        serial,
        name,
        kind: Kind::from_code(&kind).ok_or(StoreError::Corrupt { table: "terminal", id })?,
        place,
        unit: NamedUnit { code, name: unit, name_en: unit_en },
        stage: Stage::from_code(&stage).ok_or(StoreError::Corrupt { table: "terminal", id })?,
        heard_at: heard.map(at).transpose()?,
        sent_at: sent.map(at).transpose()?,
        drift,
    })
}
