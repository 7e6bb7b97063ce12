//! A month of attendance for the store that is tampered with.

use qz_acts::attendance::{AdoptRule, AgreeSheet, RuleForm, SealSheet, SettleDay, SettleForm};
use qz_domain::attendance::PersonDay;
use qz_domain::month::Month;
use qz_domain::role::Role;
use qz_store::StoreUrl;
use qz_testkit::attendance;
use qz_testkit::county::County;

/// A rule that was adopted and binds the town on one day, what was said of that day, and the month, sealed.
pub async fn month(url: &StoreUrl, county: &County) {
    let hr = county.account(Role::Hr).await;
    let body = "规则 \"夏令\" 起=\"2016-02-20\" { 时段 \"day\" 起=\"08:00\" 止=\"17:00\" }";
    let form = RuleForm { body: body.to_owned(), document: String::new() };
    county.done(AdoptRule { actor: hr, form }).await;
    attendance::assign(county, ("QX20", ""), ("夏令", "2016-02-29")).await;
    let later = attendance::on(url, "2016-03-08 09:00").await;
    let head = later.account(Role::Head).await;
    for (actor, of) in
        [(head, Role::Liaison), (later.account(Role::CountyLeader).await, Role::Head)]
    {
        let day = jiff::civil::date(2016, 2, 29);
        let day = PersonDay { person: attendance::person(&later, of).await, day };
        let (outcome, because) = ("excused".to_owned(), String::new());
        let form = SettleForm { day, outcome, because };
        later.done(SettleDay { actor, version: 0, form }).await;
    }
    let (unit, month) = (attendance::unit(&later, "QX20").await, Month::new(2016, 2).unwrap());
    later.done(AgreeSheet { actor: head, unit, month }).await;
    later.done(SealSheet { actor: hr, unit, month }).await;
}
