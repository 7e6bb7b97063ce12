//! A town with a night duty and a stand-by, drawn up in March 2016.

use crate::attendance::{town, unit};
use crate::county::County;
use qz_acts::attendance::{AdoptRule, RuleForm};
use qz_acts::roster::view::RosterMonth;
use qz_acts::roster::{
    AddDutyPost, Cell, DraftRoster, DutyPostForm, PublishRoster, RosterForm, RosterKept,
};
use qz_domain::id::{DutyPostId, TerminalId};
use qz_domain::month::Month;
use qz_domain::role::Role;
use qz_store::StoreUrl;

/// The rule of a duty from six in the evening to eight in the morning.
pub const NIGHT: &str = "规则 \"夜班\" 起=\"2016-02-27\" 日历=\"每天\" {
    宽限 迟到=5 早退=5; 窗口 前=60 后=360
    值班 \"duty\" 起=\"18:00\" 止=\"08:00+1\" 半天=2
}";

/// A post of 枫渡镇.
pub fn post_form(name: &str, kind: &str, rule: &str, needed: &str) -> DutyPostForm {
    DutyPostForm {
        unit: "QX20".to_owned(),
        name: name.to_owned(),
        kind: kind.to_owned(),
        rule: rule.to_owned(),
        needed: needed.to_owned(),
    }
}

/// The town whose attendance is kept from 1 March 2016 on, with a night duty of two and a stand-by of one.
///
/// # Panics
/// When an act refuses.
pub async fn watched(url: &StoreUrl) -> (County, TerminalId, [DutyPostId; 2]) {
    let (county, terminal) = town(url).await;
    let hr = county.account(Role::Hr).await;
    let form = RuleForm { body: NIGHT.to_owned(), document: String::new() };
    county.done(AdoptRule { actor: hr, form }).await;
    let head = county.account(Role::Head).await;
    let night = AddDutyPost { actor: head, form: post_form("夜班", "值班", "夜班", "2") };
    let night = county.done(night).await.post;
    let calls = AddDutyPost { actor: head, form: post_form("防汛备勤", "备勤", "", "1") };
    let calls = county.done(calls).await.post;
    (county, terminal, [night, calls])
}

/// A month of 枫渡镇 with people on days, such as `("2016-03", &[(post, 3, "G7")])`.
pub fn month_form(month: &str, turns: &[(DutyPostId, i8, &str)]) -> RosterForm {
    let cell = |(post, day, people): &(DutyPostId, i8, &str)| Cell {
        post: *post,
        day: *day,
        people: (*people).to_owned(),
    };
    RosterForm {
        unit: "QX20".to_owned(),
        month: month.to_owned(),
        cells: turns.iter().map(cell).collect(),
    }
}

/// Draws a month up and publishes it.
///
/// # Panics
/// When an act refuses.
pub async fn published(
    county: &County,
    month: &str,
    turns: &[(DutyPostId, i8, &str)],
) -> RosterKept {
    let (liaison, actor) = (county.account(Role::Liaison).await, county.account(Role::Head).await);
    let form = month_form(month, turns);
    let kept = county.done(DraftRoster { actor: liaison, version: 0, form }).await;
    county.done(PublishRoster { actor, roster: kept.roster, version: kept.version }).await
}

/// The roster of a month of 枫渡镇 as a role sees it.
///
/// # Panics
/// When it may not.
pub async fn seen(county: &County, role: Role, month: &str) -> RosterMonth {
    let account = county.account(role).await;
    let month: Month = month.parse().expect("a month");
    let town = unit(county, "QX20").await;
    county.acts.roster_of(account, (town, month)).await.expect("a roster that is seen")
}
