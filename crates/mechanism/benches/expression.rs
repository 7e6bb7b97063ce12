//! How long expressions take, in nanoseconds each: `cargo bench -p qz-mechanism`. Run as a test, each is asked once.

use qz_domain::calendar::Calendar;
use qz_mechanism::expression::{Context, Expression, Field, Fold, Kind, Scope, Subject, Value};
use qz_mechanism::language::Names;
use rust_decimal::Decimal;
use std::hint::black_box;
use std::time::Instant;

/// How often each is asked when it is measured.
const TIMES: u32 = 20_000_000;

const EXPRESSIONS: [&str; 8] = [
    "迟到天数 > 3",
    "迟到天数 > 3 且 缺勤半天数 >= 2",
    "均分 < 3.0 且 缺勤半天数 / 迟到天数 > 0.5",
    "岗位 属于 [\"书记\", \"镇长\"] 或 有纪实",
    "天数(上任日) > 30",
    "已过工作日(上任日) > 5",
    "计数(迟到天数 > 3) >= 2",
    "连续(迟到天数 > 3, 3)",
];

const fn field(name: Names<'static>, kind: Kind, fold: Fold) -> Field<'static> {
    Field { source: None, names: name, kind, fold }
}

const FIELDS: [Field<'static>; 6] = [
    field(Names::new("迟到天数", "late"), Kind::Int, Fold::Sum),
    field(Names::new("缺勤半天数", "absent"), Kind::Int, Fold::Sum),
    field(Names::new("均分", "score"), Kind::Decimal, Fold::Mean),
    field(Names::new("岗位", "post"), Kind::Text, Fold::Latest),
    field(Names::new("有纪实", "noted"), Kind::Bool, Fold::Any),
    field(Names::new("上任日", "since"), Kind::Date, Fold::Latest),
];

fn row(late: i64) -> [Value; 6] {
    [
        Value::Int(late),
        Value::Int(late % 3),
        Value::Decimal(Decimal::new(late * 10 + 5, 1)),
        Value::Text("镇长".into()),
        Value::Bool(late % 2 == 0),
        Value::Date(jiff::civil::date(2015, 12, 1)),
    ]
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let times = if std::env::args().any(|argument| argument == "--bench") { TIMES } else { 1 };
    let calendar = Calendar::shipped()?;
    let context = Context { calendar: &calendar, today: jiff::civil::date(2015, 12, 21) };
    let rows: Vec<_> = (0..8).map(row).collect();
    let windows: Vec<Vec<&[Value]>> = rows.iter().map(|row| vec![&row[..]]).collect();
    for written in EXPRESSIONS {
        let expression = Expression::condition(written, &Scope { fields: &FIELDS });
        let expression = expression.unwrap_or_else(|faults| panic!("{written}: {faults:#?}"));
        let begun = Instant::now();
        let mut true_for = 0_u32;
        for turn in 0..times {
            let rows = &windows[turn as usize % windows.len()];
            let subject = Subject { rows, earlier: &windows };
            true_for += u32::from(black_box(&expression).holds(&subject, &context) == Some(true));
        }
        let each = begun.elapsed().as_secs_f64() * 1e9 / f64::from(times);
        println!("{each:8.1} ns  {written}  (true {true_for} times)");
    }
    Ok(())
}
