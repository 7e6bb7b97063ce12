//! Which tables the ledger governs, and the canonical form of an object (规范形式).
//!
//! An object is a root row with its child rows. Its leaf commits to the JCS form of all of
//! them, read back after the write, so that a value changed behind the product's back is found.
//! Every table of the store stands in [`GOVERNED`], in [`LEDGER`] or in [`FREE`]; a test fails
//! for one that stands in none, and for a column that a governed table has and its row here has not.

mod adoption;
mod attendance;
mod canonical;
mod liability;
mod list_entry;
mod many;
mod matter;
mod meeting;
mod read;
mod rectification;
mod request;
mod review;
mod roster;
mod terminal;
mod ticket;

pub use canonical::{RowTextError, canonical_object};
pub(crate) use canonical::{
    canonical_act, push_maybe, push_number, push_text, read_value, row_text_of,
};
pub(crate) use many::{MOST, Objects, many};
pub use read::{ObjectText, objects};
pub(crate) use read::{is_unreadable, read_back, row_text};

/// A table of an object.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// The column that names the object: `id` in the root, the parent's column in a child.
    pub object: &'static str,
    /// The columns that order the rows of one object.
    pub order: &'static str,
    /// Every column, in alphabetical order.
    pub columns: &'static [&'static str],
}

/// A kind of object: its root table comes first and names the kind.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// The name of the kind, the same as its root table's.
    pub name: &'static str,
    /// The root and its children.
    pub tables: &'static [Table],
}

const fn table(
    name: &'static str,
    object: &'static str,
    order: &'static str,
    columns: &'static [&'static str],
) -> Table {
    Table { name, object, order, columns }
}

/// Every kind of object the ledger governs.
pub const GOVERNED: &[Kind] = &[
    Kind {
        name: "unit",
        tables: &[table(
            "unit",
            "id",
            "id",
            &["code", "id", "kind", "line", "name", "name_en", "parent", "since"],
        )],
    },
    Kind {
        name: "post",
        tables: &[table(
            "post",
            "id",
            "id",
            &["authorised", "code", "id", "leads", "name", "name_en", "rank", "unit"],
        )],
    },
    Kind {
        name: "person",
        tables: &[
            table("person", "id", "id", &["id", "kind", "name", "number"]),
            table(
                "appointment",
                "person",
                "id",
                &["due", "id", "kind", "person", "post", "since", "unit", "until"],
            ),
            table(
                "handover",
                "person",
                "id",
                &["appointment", "id", "person", "record", "taker", "what"],
            ),
            table("training", "person", "id", &["course", "id", "person", "since", "until"]),
        ],
    },
    Kind {
        name: "kin",
        tables: &[table(
            "kin",
            "id",
            "id",
            &[
                "declared_on",
                "id",
                "person",
                "relation",
                "relative",
                "withdrawn_because",
                "withdrawn_on",
            ],
        )],
    },
    Kind {
        name: "deputy",
        tables: &[table("deputy", "id", "id", &["id", "person", "post", "since", "until"])],
    },
    Kind {
        name: "away",
        tables: &[table(
            "away",
            "id",
            "id",
            &["back_on", "id", "kind", "note", "person", "since", "until"],
        )],
    },
    Kind {
        name: "account",
        tables: &[
            table("account", "id", "id", &["id", "name", "person", "status"]),
            table(
                "role_grant",
                "account",
                "id",
                &[
                    "account",
                    "changed_at",
                    "confirmed_by",
                    "id",
                    "proposed_by",
                    "role",
                    "stage",
                    "unit",
                ],
            ),
        ],
    },
    Kind { name: "visit", tables: VISIT },
    Kind { name: "finding", tables: matter::FINDING },
    Kind { name: "suspicion", tables: matter::SUSPICION },
    Kind { name: "sanction", tables: matter::SANCTION },
    Kind { name: "sealed_source", tables: matter::SEALED_SOURCE },
    Kind { name: "source_opening", tables: matter::SOURCE_OPENING },
    Kind { name: "accountability", tables: matter::ACCOUNTABILITY },
    Kind { name: "chain", tables: liability::TABLES },
    Kind { name: "bulletin", tables: matter::BULLETIN },
    Kind { name: "campaign", tables: CAMPAIGN },
    Kind { name: "adoption", tables: adoption::ADOPTION },
    Kind { name: "filing", tables: adoption::FILING },
    Kind { name: "prompt", tables: adoption::PROMPT },
    Kind { name: "article", tables: ARTICLE },
    Kind { name: "law_change", tables: LAW_CHANGE },
    Kind { name: "monthly_report", tables: MONTHLY_REPORT },
    Kind { name: "list_entry", tables: list_entry::TABLES },
    Kind { name: "rectification", tables: rectification::TABLES },
    Kind { name: "review", tables: review::TABLES },
    Kind { name: "meeting", tables: meeting::TABLES },
    Kind { name: "draw", tables: DRAW },
    Kind { name: "ticket", tables: ticket::TABLES },
    Kind { name: "request", tables: request::REQUEST },
    Kind { name: "work_start", tables: request::WORK_START },
    Kind { name: "terminal", tables: terminal::TERMINAL },
    Kind { name: "terminal_pin", tables: terminal::PIN },
    Kind { name: "terminal_batch", tables: terminal::BATCH },
    Kind { name: "terminal_order", tables: terminal::ORDER },
    Kind { name: "attendance_rule", tables: attendance::RULE },
    Kind { name: "attendance_assignment", tables: attendance::ASSIGNMENT },
    Kind { name: "attendance_exception", tables: attendance::EXCEPTION },
    Kind { name: "attendance_sheet", tables: attendance::SHEET },
    Kind { name: "outage", tables: request::OUTAGE },
    Kind { name: "duty_post", tables: roster::POST },
    Kind { name: "roster", tables: roster::ROSTER },
    Kind { name: "duty_swap", tables: roster::SWAP },
    Kind {
        name: "holiday_notice",
        tables: &[table("holiday_notice", "id", "id", &["body", "hash", "id", "year"])],
    },
    Kind {
        name: "objection",
        tables: &[table(
            "objection",
            "id",
            "id",
            &[
                "answer",
                "answer_due",
                "answer_length",
                "answer_waits",
                "answered_by",
                "answered_on",
                "entry",
                "entry_kind",
                "id",
                "organ",
                "person",
                "proof",
                "raised_on",
                "rightly",
                "stage",
                "version",
                "wrong",
            ],
        )],
    },
    Kind {
        name: "import",
        tables: &[table(
            "import",
            "id",
            "id",
            &["file_name", "hash", "id", "kind", "person", "row_count"],
        )],
    },
];

const VISIT: &[Table] = &[
    table(
        "visit",
        "id",
        "id",
        &[
            "draw",
            "filed_at",
            "id",
            "manner",
            "observed",
            "organ",
            "outcome",
            "planned_from",
            "planned_until",
            "purpose",
            "serial",
            "stage",
            "told",
            "unit",
            "version",
            "visited_at",
            "year",
        ],
    ),
    table(
        "evidence",
        "visit",
        "id",
        &["added_at", "hash", "id", "media_type", "name", "size", "visit"],
    ),
    table(
        "visit_correction",
        "visit",
        "version, field",
        &["became", "corrects", "field", "reason", "version", "visit", "was"],
    ),
    table("visit_inspector", "visit", "place", &["person", "place", "signed_at", "visit"]),
    table("visit_over_cap", "visit", "visit", &["approver", "most", "planned", "reason", "visit"]),
    table(
        "visit_reply",
        "visit",
        "visit",
        &["body", "person", "plan", "plan_by", "position", "replied_at", "visit"],
    ),
];

const DRAW: &[Table] = &[
    table(
        "draw",
        "id",
        "id",
        &[
            "announced_on",
            "called_off",
            "checkpoint",
            "commitment",
            "counts_from",
            "id",
            "latest_on",
            "organ",
            "purpose",
            "reason",
            "salt",
            "sealed",
            "seed",
            "serial",
            "stage",
            "take",
            "version",
            "year",
        ],
    ),
    table("draw_entry", "draw", "place", &["body", "draw", "party", "person", "place"]),
    table("draw_pick", "draw", "turn", &["draw", "place", "turn"]),
    table("draw_unit", "draw", "place", &["code", "draw", "name", "place", "unit"]),
];

const CAMPAIGN: &[Table] = &[
    table(
        "campaign",
        "id",
        "id",
        &[
            "body",
            "doc_number",
            "drafted_on",
            "ends",
            "id",
            "issued_on",
            "latest_on",
            "organ",
            "purpose",
            "reason",
            "replaces",
            "report_days",
            "stage",
            "starts",
            "title",
            "version",
        ],
    ),
    table("campaign_duty", "campaign_id", "seq", &["campaign_id", "due", "seq", "text", "unit_id"]),
    table(
        "campaign_part",
        "campaign_id",
        "part, person",
        &["absent", "campaign_id", "keyed", "part", "person"],
    ),
    table(
        "campaign_phase",
        "campaign_id",
        "seq",
        &["campaign_id", "ends", "seq", "starts", "title"],
    ),
];

const ARTICLE: &[Table] = &[
    table(
        "article",
        "id",
        "id",
        &[
            "authors",
            "body",
            "drafted_on",
            "editor",
            "id",
            "latest_on",
            "organ",
            "published_at",
            "reason",
            "section",
            "source",
            "stage",
            "title",
            "version",
        ],
    ),
    table(
        "article_part",
        "article",
        "part, person",
        &["absent", "article", "keyed", "part", "person"],
    ),
];

const LAW_CHANGE: &[Table] = &[
    table(
        "law_change",
        "id",
        "id",
        &[
            "answer",
            "code",
            "from_day",
            "id",
            "latest_on",
            "length",
            "ordinal",
            "proposed_on",
            "reason",
            "source",
            "stage",
            "version",
        ],
    ),
    table(
        "law_change_part",
        "law_change",
        "part, person",
        &["absent", "keyed", "law_change", "part", "person"],
    ),
];

const MONTHLY_REPORT: &[Table] = &[
    table(
        "monthly_report",
        "id",
        "id",
        &[
            "campaign",
            "confirmation",
            "due_length",
            "due_on",
            "due_waits",
            "first_on",
            "id",
            "latest_on",
            "month",
            "reason",
            "stage",
            "unit",
            "version",
        ],
    ),
    table(
        "monthly_report_confirmation",
        "report",
        "id",
        &[
            "bulletins",
            "confirmed_on",
            "cutoff_at",
            "findings",
            "id",
            "person_decisions",
            "report",
            "unit_decisions",
            "visits_had",
            "visits_made",
            "words",
        ],
    ),
    table(
        "monthly_report_part",
        "report",
        "part, person",
        &["absent", "keyed", "part", "person", "report"],
    ),
];

/// The columns of an act that its leaf commits to, in alphabetical order. The salt is the key of
/// the commitment itself.
pub const ACT_COLUMNS: &[&str] = &[
    "at",
    "by_account",
    "by_person",
    "id",
    "kind",
    "on_behalf_of",
    "paper_day",
    "paper_hash",
    "paper_number",
    "receipt",
    "remark",
    "request",
    "subject",
    "subject_kind",
];

/// The ledger's own tables: bound by the tree itself.
pub const LEDGER: &[&str] = &["act", "checkpoint", "ledger_head", "ledger_leaf", "ledger_node"];

/// Tables the ledger does not govern, each with the reason.
pub const FREE: &[(&str, &str)] = &[
    ("_sqlx_migrations", "which migrations ran"),
    ("access_token", "secrets of programs; hashed, they expire"),
    ("credential", "password hashes; changing one leaves an act on the account"),
    ("evidence_body", "bytes found by their own SHA-256, which the governed row names"),
    ("familiar_address", "hashes of where an account signed in; they expire"),
    ("job", "work that waits; its result is an act"),
    ("one_time_code", "hashed, used once, expires"),
    ("outbox", "messages about acts; each act is in the ledger itself"),
    ("pin_terminal", "which terminals read a number; the punches themselves are governed"),
    ("read_log", "who read what about whom; reads are no acts, kept two years"),
    ("session", "who is signed in now"),
    ("sign_in_failure", "counts of failed sign-ins and of tries at kiosks; they expire"),
    ("stand_in", "for whom an account acts now; each act names both, and rests on governed rows"),
    ("terminal_answer", "when an order went out and what the terminal said; the order is an act"),
    ("terminal_caller", "boxes that knock and are not registered; forgotten after a week"),
    (
        "terminal_heard",
        "when a terminal was heard last; what a batch was corrected by is in the batch",
    ),
    ("terminal_key", "hashes of keys; giving one or taking it back leaves an act on the terminal"),
    ("terminal_run", "which numbers of events came; the punches themselves are governed"),
    ("terminal_stamp", "how far a terminal has sent, in its words; lost, it sends all again"),
    ("ticket_arrival", "how often a connection sent something today; hashed, gone tomorrow"),
    ("ticket_reach", "how to reach whoever sent a ticket; erased soon after it is closed"),
    ("upload", "a file on its way to an import, which names its SHA-256"),
];

/// Finds a kind by its name.
pub fn kind(name: &str) -> Option<&'static Kind> {
    GOVERNED.iter().find(|kind| kind.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_in_the_order_of_the_canonical_form() {
        let lists = GOVERNED.iter().flat_map(|kind| kind.tables).map(|table| table.columns);
        for columns in lists.chain([ACT_COLUMNS]) {
            assert!(columns.is_sorted(), "{columns:?}");
        }
        for kind in GOVERNED {
            assert_eq!(kind.tables[0].name, kind.name);
        }
    }
}
