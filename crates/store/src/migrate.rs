//! Brings a store up to date: numbered migrations, once for each engine, embedded as text.

use crate::conn::Conn;
use crate::error::StoreError;
use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use std::borrow::Cow;

/// One migration: its number, its name, its text for SQLite and for PostgreSQL.
pub type Pair = (i64, &'static str, &'static str, &'static str);

macro_rules! migrations {
    ($($number:literal $name:literal;)+) => {
        &[$((
            $number,
            $name,
            include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        )),+]
    };
}

/// Every migration in order.
pub const MIGRATIONS: &[Pair] = migrations! {
    1 "0001_ledger";
    2 "0002_append_only";
    3 "0003_organisation";
    4 "0004_account";
    5 "0005_visit";
    6 "0006_import";
    7 "0007_matter";
    8 "0008_calendar";
    9 "0009_appointment";
    10 "0010_campaign";
    11 "0011_article";
    12 "0012_record";
    13 "0013_monthly_report";
    14 "0014_deputy";
    15 "0015_law_change";
    17 "0017_draw";
    18 "0018_review";
    19 "0019_rectification";
    20 "0020_ticket";
    21 "0021_visit_over_cap";
    22 "0022_assessment";
    23 "0023_service";
    24 "0024_list";
    25 "0025_weight";
    26 "0026_finding_handling";
    27 "0027_visit_draw";
    28 "0028_tolerance";
    29 "0029_meeting";
    30 "0030_liability";
    31 "0031_sealed";
    32 "0032_measure_length";
    33 "0033_suspicion";
    34 "0034_terminal";
    35 "0035_terminal_order";
    36 "0036_sanction";
    37 "0037_request";
    38 "0038_outage";
    39 "0039_attendance_rule";
    40 "0040_attendance_sheet";
    41 "0041_punch_order";
    42 "0042_reply_plan";
    43 "0043_review_handed_over";
    44 "0044_terminal_kind";
    45 "0045_roster";
    47 "0047_day_asked";
    48 "0048_adoption";
    49 "0049_punch_by_terminal";
    50 "0050_filing_answers";
};

/// Runs what has not been run.
pub(crate) async fn run(conn: &mut Conn) -> Result<(), StoreError> {
    run_to(conn, i64::MAX).await
}

/// Runs what has not been run, up to and with number `last`: for loading an older copy.
pub(crate) async fn run_to(conn: &mut Conn, last: i64) -> Result<(), StoreError> {
    let pick: fn(&Pair) -> &'static str = match conn {
        Conn::Sqlite(_) => |pair| pair.2,
        Conn::Postgres(_) => |pair| pair.3,
    };
    let wanted = MIGRATIONS.iter().filter(|pair| pair.0 <= last);
    let migrations = wanted.map(|pair| {
        let (number, name) = (pair.0, Cow::Borrowed(pair.1));
        Migration::new(number, name, MigrationType::Simple, pick(pair).into_sql_str(), false)
    });
    let migrator = Migrator::with_migrations(migrations.collect());
    match conn {
        Conn::Sqlite(c) => migrator.run_direct(None, &mut **c, false).await?,
        Conn::Postgres(c) => migrator.run_direct(None, &mut **c, false).await?,
    }
    Ok(())
}
