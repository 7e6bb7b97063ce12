//! Deputies, absences and acting for a leader: who may, on which days, and that both names stay.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use jiff::civil::date;
use qz_acts::account::{ConfirmRole, ProposeRole, RoleForm};
use qz_acts::away::{AwayForm, BackForm, EndAway, RecordAway};
use qz_acts::deputy::{DeputyForm, EndDeputy, EndDeputyForm, SetDeputy};
use qz_acts::kin::{DeclareKin, KinForm};
use qz_acts::matter::PaperForm;
use qz_acts::{ActError, accountability::DecisionForm};
use qz_domain::id::{AccountId, AwayId, DeputyId, PersonId};
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key, on, texts};

fn text(given: &str) -> String {
    given.to_owned()
}

async fn set(
    county: &County,
    actor: AccountId,
    [post, deputy, since, until]: [&str; 4],
) -> Result<DeputyId, ActError> {
    let [post, deputy, since, until] = [post, deputy, since, until].map(str::to_owned);
    let form = DeputyForm { post, deputy, since, until };
    let act = SetDeputy { actor, form, source: String::new() };
    county.try_act(act).await.map(|set| set.deputy)
}

async fn away(
    county: &County,
    actor: AccountId,
    [absentee, since, until]: [&str; 3],
) -> Result<AwayId, ActError> {
    let [absentee, since, until] = [absentee, since, until].map(str::to_owned);
    let (kind, note) = (text("出差"), text("周四回来"));
    let form = AwayForm { absentee, kind, since, until, note };
    let act = RecordAway { actor, form, source: String::new() };
    county.try_act(act).await.map(|recorded| recorded.away)
}

async fn person(county: &County, number: &str) -> PersonId {
    let organisation = county.account(Role::Organisation).await;
    let day = date(2016, 2, 16);
    for code in ["QX10", "QX20", "QX30", "QX50"] {
        let unit = county.acts.unit_on(organisation, (code, day)).await.unwrap();
        let mut holders = unit.posts.iter().flat_map(|post| &post.holders);
        if let Some(found) = holders.find(|holder| holder.number == number) {
            return found.person;
        }
    }
    panic!("{number} holds a post");
}

#[tokio::test]
async fn a_deputy_is_named_by_the_organisation_or_the_head_and_shown_on_the_days() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let county = &matter.county;
        let organisation = county.account(Role::Organisation).await;
        let chief = |person, since, until| ["QX50-1", person, since, until];
        let g11 = chief("G11", "2016-02-15", "");
        let staff = chief("G13", "2016-02-15", "");
        assert_eq!(key(set(county, organisation, staff).await), "refusal-leads-nothing-near");
        assert_eq!(key(set(county, matter.clerk, g11).await), "forbidden");
        assert_eq!(key(set(county, matter.mayor, g11).await), "forbidden");
        let own = chief("G10", "2016-02-15", "");
        assert_eq!(key(set(county, organisation, own).await), "refusal-holds-the-post");
        let back = chief("G11", "2016-02-15", "2016-02-01");
        let wrong = "until fault-ends-before-start";
        assert_eq!(key(set(county, organisation, back).await), wrong);
        let id = set(county, matter.chair, g11).await.unwrap();
        let second = ["QX50-3", "G4", "2016-02-15", ""];
        assert_eq!(key(set(county, matter.chair, second).await), "refusal-of-another-unit");
        assert_eq!(key(set(county, organisation, g11).await), "refusal-second-deputy");
        let on = async |day| {
            let unit = county.acts.unit_on(organisation, ("QX50", day)).await.unwrap();
            unit.deputies.iter().map(|line| line.number.clone()).collect::<Vec<_>>()
        };
        assert_eq!(on(date(2016, 2, 14)).await, [""; 0]);
        assert_eq!(on(date(2016, 2, 16)).await, ["G11"]);
        let end = async |until: &str| {
            let form = EndDeputyForm { until: text(until) };
            let act = EndDeputy { actor: organisation, deputy: id, form };
            county.try_act(act).await.map(drop)
        };
        assert_eq!(key(end("2016-02-01").await), wrong);
        end("2016-02-20").await.unwrap();
        assert_eq!(key(end("2016-02-22").await), "refusal-ends-before");
        assert_eq!(on(date(2016, 2, 21)).await, [""; 0]);
        let again = chief("G11", "2016-02-21", "");
        set(county, organisation, again).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn oneself_the_liaison_and_personnel_record_who_is_away_and_days_never_overlap() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (cadre, liaison) =
            (county.account(Role::Cadre).await, county.account(Role::Liaison).await);
        let (hr, head) = (county.account(Role::Hr).await, county.account(Role::Head).await);
        let week = ["G8", "2016-02-16", "2016-02-19"];
        assert_eq!(key(away(&county, liaison, week).await), "forbidden");
        let own = away(&county, cadre, week).await.unwrap();
        let again = ["G8", "2016-02-19", "2016-02-22"];
        assert_eq!(key(away(&county, hr, again).await), "refusal-away-then");
        let mayor = ["G6", "2016-02-10", "2016-02-17"];
        assert_eq!(key(away(&county, cadre, mayor).await), "forbidden");
        away(&county, liaison, mayor).await.unwrap();
        let back = async |actor, day: &str| {
            let form = BackForm { back_on: text(day) };
            county.try_act(EndAway { actor, away: own, form }).await.map(drop)
        };
        assert_eq!(key(back(head, "").await), "forbidden");
        assert_eq!(key(back(cadre, "2016-02-15").await), "back_on fault-outside-days");
        assert_eq!(key(back(cadre, "2016-02-20").await), "back_on fault-outside-days");
        back(cadre, "2016-02-18").await.unwrap();
        away(&county, hr, ["G8", "2016-02-18", "2016-02-19"]).await.unwrap();
        back(hr, "").await.unwrap();
        assert_eq!(key(back(hr, "").await), "refusal-away-over");
        let organisation = county.account(Role::Organisation).await;
        let unit = county.acts.unit_on(organisation, ("QX20", date(2016, 2, 16))).await.unwrap();
        assert_eq!(unit.away.iter().map(|line| line.number.as_str()).collect::<Vec<_>>(), ["G6"]);
    })
    .await;
}

/// G10 heads the commission and G11 is the deputy; who of the commission decides without G10.
async fn deputised(matter: &Matter) -> (AccountId, PersonId, DecisionForm) {
    let g11 = matter.county.open("mu", "G11", Role::Cadre, "QX50").await;
    let chief = ["QX50-1", "G11", "2016-02-15", ""];
    set(&matter.county, matter.chair, chief).await.unwrap();
    let leader = person(&matter.county, "G10").await;
    (g11, leader, DecisionForm { panel: texts(&["G11", "G12", "G4"]), ..matter.decision() })
}

#[tokio::test]
async fn whoever_acts_for_a_leader_who_is_away_is_recorded_with_the_leader() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let county = &matter.county;
        let (g11, leader, form) = deputised(&matter).await;
        let (finding, held) = matter.upheld().await;
        let decide = async |form: &DecisionForm| {
            let done = matter.decide(g11, held, (2, form.clone())).await;
            key(done.map(drop))
        };
        assert_eq!(decide(&form).await, "forbidden");
        let act_for = async |account| county.acts.act_for(account, Some(leader)).await;
        assert_eq!(key(act_for(g11).await), "refusal-not-away");
        let days = ["G10", "2016-02-16", "2016-02-18"];
        let absence = away(county, matter.chair, days).await.unwrap();
        let audit = county.account(Role::Audit).await;
        assert_eq!(key(act_for(audit).await), "refusal-officer-stands-in");
        assert_eq!(key(act_for(matter.verifier).await), "refusal-not-the-deputy");
        act_for(g11).await.unwrap();
        let among = DecisionForm { panel: texts(&["G11", "G12", "G10"]), ..form.clone() };
        assert_eq!(decide(&among).await, "refusal-among-them");
        let paper = PaperForm { by: String::new(), ..on("15") };
        let before = DecisionForm { paper, ..form.clone() };
        assert_eq!(decide(&before).await, "refusal-day-before");
        assert_eq!(decide(&form).await, "Ok(())");
        let acts = county.acts.timeline(held).await.unwrap();
        let last = acts.last().unwrap();
        assert_eq!(last.by.as_ref().unwrap().1, "牧云深");
        assert_eq!(last.on_behalf_of.as_ref().unwrap(), &(leader, text("荀知远")));
        let own = acts.iter().filter(|act| act.on_behalf_of.is_some()).count();
        assert_eq!(own, 1, "only what was done for the leader says so");
        // What was done for G10 is G10's part too.
        let system = county.account(Role::System).await;
        let form = RoleForm { role: Role::Discipline.code().to_owned(), unit: text("QX50") };
        let propose = ProposeRole { actor: system, account: matter.chair, form };
        let grant = county.done(propose).await.grant;
        let security = county.account(Role::Security).await;
        county.done(ConfirmRole { actor: security, grant }).await;
        let notice = ("", "circulated_criticism");
        let barred = matter.notify(matter.chair, finding, notice).await;
        assert_eq!(key(barred), "refusal-took-part");
        // Once the leader is back it is refused by name.
        let form = BackForm::default();
        county.done(EndAway { actor: matter.chair, away: absence, form }).await;
        assert_eq!(decide(&DecisionForm::default()).await, "refusal-not-away");
        county.acts.act_for(g11, None).await.unwrap();
        assert_eq!(decide(&DecisionForm::default()).await, "forbidden");
    })
    .await;
}

#[tokio::test]
async fn the_leaders_own_ties_and_parts_bar_whoever_acts_for_them() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let county = &matter.county;
        let (g11, leader, form) = deputised(&matter).await;
        let (_, held) = matter.upheld().await;
        away(county, matter.chair, ["G10", "2016-02-16", "2016-02-18"]).await.unwrap();
        county.acts.act_for(g11, Some(leader)).await.unwrap();
        let tie = KinForm {
            person: text("G10"),
            relative: text("G6"),
            relation: text("近姻亲"),
            ..KinForm::default()
        };
        let hr = county.account(Role::Hr).await;
        county.done(DeclareKin { actor: hr, form: tie, source: String::new() }).await;
        let decided = matter.decide(g11, held, (2, form)).await;
        assert_eq!(key(decided), "refusal-kin-in-unit");
        away(county, hr, ["G11", "2016-02-16", "2016-02-16"]).await.unwrap();
        let decided = matter.decide(g11, held, (2, DecisionForm::default())).await;
        assert_eq!(key(decided), "refusal-away-themselves");
    })
    .await;
}
