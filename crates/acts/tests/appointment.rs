//! Appointments of every kind, transfers with their handover, and the organisation of a day.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use jiff::civil::date;
use qz_acts::organisation::on_day::UnitOnDay;
use qz_acts::organisation::{
    Appoint, AppointForm, EndAppointment, EndForm, Transfer, TransferForm,
};
use qz_acts::visit::{PlanForm, PlanVisit};
use qz_domain::role::Role;
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;

fn form([person, post, kind, since, due]: [&str; 5]) -> AppointForm {
    let [person, post, kind, since, due] = [person, post, kind, since, due].map(str::to_owned);
    let (paper_number, paper_day) = ("千组〔2016〕3号".to_owned(), "2016-02-01".to_owned());
    AppointForm { person, post, kind, since, due, paper_number, paper_day }
}

async fn appoint(county: &County, role: Role, given: [&str; 5]) -> String {
    let actor = county.account(role).await;
    let act = Appoint { actor, form: form(given), source: String::new() };
    match county.try_act(act).await {
        Ok(_) => "done".to_owned(),
        refused => key(refused),
    }
}

async fn transfer(county: &County, given: [&str; 5], from: &str, taker: &str) -> String {
    let actor = county.account(Role::Hr).await;
    let (from, taker) = (from.to_owned(), taker.to_owned());
    let form = TransferForm { to: form(given), from, taker };
    match county.try_act(Transfer { actor, form, source: String::new() }).await {
        Ok(_) => "done".to_owned(),
        refused => key(refused),
    }
}

async fn end(county: &County, role: Role, [person, post, until]: [&str; 3]) -> String {
    let actor = county.account(role).await;
    let [person, post, until] = [person, post, until].map(str::to_owned);
    let form = EndForm { person, post, until, ..EndForm::default() };
    match county.try_act(EndAppointment { actor, form }).await {
        Ok(_) => "done".to_owned(),
        refused => key(refused),
    }
}

async fn unit(county: &County, code: &str, day: jiff::civil::Date) -> UnitOnDay {
    let organisation = county.account(Role::Organisation).await;
    county.acts.unit_on(organisation, (code, day)).await.unwrap()
}

fn names(one: &UnitOnDay) -> Vec<String> {
    let holders = one.posts.iter().flat_map(|post| &post.holders);
    holders.map(|holder| format!("{} {:?}", holder.number, holder.kind)).collect()
}

#[tokio::test]
async fn leaders_are_the_organisation_departments_and_others_are_personnels() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mayor = ["G1", "QX20-1", "主持工作", "2016-02-01", ""];
        assert_eq!(appoint(&county, Role::Hr, mayor).await, "refusal-by-others");
        assert_eq!(appoint(&county, Role::Clerk, mayor).await, "forbidden");
        assert_eq!(appoint(&county, Role::Organisation, mayor).await, "done");
        let clerk = ["G1", "QX21-1", "兼任", "2016-02-01", ""];
        assert_eq!(appoint(&county, Role::Organisation, clerk).await, "refusal-by-others");
        assert_eq!(appoint(&county, Role::Hr, clerk).await, "done");
        assert_eq!(appoint(&county, Role::Hr, clerk).await, "refusal-same-post");
        let ended = end(&county, Role::Hr, ["G1", "QX20-1", "2016-02-10"]).await;
        assert_eq!(ended, "refusal-by-others");
    })
    .await;
}

#[tokio::test]
async fn what_is_for_a_time_names_its_end_and_fits_beside_the_own_post() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let hr = async |given| appoint(&county, Role::Hr, given).await;
        let loan = |due| ["G8", "QX10-1", "借调", "2016-02-01", due];
        assert_eq!(hr(loan("")).await, "due fault-missing");
        assert_eq!(hr(loan("2016-01-01")).await, "due fault-ends-before-start");
        assert_eq!(hr(loan("2016-02-10")).await, "done");
        let again = ["G8", "QX20-2", "驻村", "2016-02-05", "2016-12-31"];
        assert_eq!(hr(again).await, "refusal-away-already");
        assert_eq!(hr(["G2", "QX10-1", "", "2016-02-01", ""]).await, "refusal-same-post");
        assert_eq!(hr(["G2", "QX20-2", "", "2016-02-01", ""]).await, "refusal-second-full-post");
        assert_eq!(hr(["G2", "QX99-1", "", "2016-02-01", ""]).await, "post fault-unknown");
        let acting = ["G7", "QX20-1", "代理", "2016-02-01", "2016-12-31"];
        let organisation = appoint(&county, Role::Organisation, acting).await;
        assert_eq!(organisation, "refusal-post-held");
        let past = unit(&county, "QX10", date(2016, 1, 31)).await;
        assert!(!names(&past).contains(&"G8 Secondment".to_owned()));
        let day = date(2016, 2, 16);
        let now = unit(&county, "QX10", day).await;
        assert!(names(&now).contains(&"G8 Secondment".to_owned()));
        assert_eq!(now.posts[0].balance.held, 5, "a loan fills no post");
        let home = unit(&county, "QX21", day).await;
        assert_eq!(home.lent_out.len(), 1);
        let coming = county.acts.coming_appointments(day, 9).await.unwrap();
        assert_eq!(coming.iter().map(|one| one.number.as_str()).collect::<Vec<_>>(), ["G8"]);
        let lines = county.acts.units_on(day).await.unwrap();
        let line = lines.iter().find(|line| line.unit.code == "QX21").unwrap();
        assert_eq!((line.balance.held, line.balance.lent_out, line.balance.lent_in), (1, 1, 0));
    })
    .await;
}

#[tokio::test]
async fn a_transfer_ends_one_post_begins_another_and_names_who_takes_over() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let clerk = county.account(Role::Clerk).await;
        let plan = PlanForm {
            organ: "QX10".to_owned(),
            unit: "QX20".to_owned(),
            manner: "明察".to_owned(),
            from: "2016-02-20".to_owned(),
            until: String::new(),
            purpose: "节后在岗情况".to_owned(),
            team: vec!["G2".to_owned(), "G3".to_owned()],
            ..PlanForm::default()
        };
        county.done(PlanVisit { actor: clerk, form: plan }).await;
        let to = ["G2", "QX21-1", "", "2016-02-16", ""];
        assert_eq!(transfer(&county, to, "QX10-1", "").await, "taker fault-missing");
        assert_eq!(transfer(&county, to, "QX10-1", "G2").await, "taker fault-taken");
        assert_eq!(transfer(&county, to, "QX20-2", "G3").await, "from fault-unknown");
        assert_eq!(transfer(&county, to, "QX10-1", "G3").await, "done");
        let before = unit(&county, "QX10", date(2016, 2, 15)).await;
        assert!(names(&before).contains(&"G2 Full".to_owned()));
        let after = unit(&county, "QX10", date(2016, 2, 16)).await;
        assert!(!names(&after).contains(&"G2 Full".to_owned()));
        assert!(names(&unit(&county, "QX21", date(2016, 2, 16)).await).contains(&"G2 Full".into()));
        let hr = county.account(Role::Hr).await;
        let people = unit(&county, "QX21", date(2016, 2, 16)).await;
        let holder = people.posts[0].holders.iter().find(|one| one.number == "G2").unwrap();
        let open = county.acts.open_work(hr, holder.person).await.unwrap();
        assert_eq!(open.len(), 1, "a part that was given stays: nothing is reassigned");
        let handed = county.acts.handovers(hr, holder.person).await.unwrap();
        assert_eq!(handed.len(), 1);
        assert_eq!(handed[0].2, "钟离雨");
    })
    .await;
}

#[tokio::test]
async fn an_end_is_a_day_that_was_and_leaves_the_post_empty() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let organisation = async |given| end(&county, Role::Organisation, given).await;
        assert_eq!(organisation(["G6", "QX20-1", "2016-03-01"]).await, "until fault-in-the-future");
        assert_eq!(
            organisation(["G6", "QX20-1", "2013-01-01"]).await,
            "until fault-ends-before-start"
        );
        assert_eq!(organisation(["G7", "QX20-1", "2016-02-01"]).await, "post fault-unknown");
        assert_eq!(organisation(["G6", "QX20-1", "2016-02-01"]).await, "done");
        let empty = county.acts.empty_posts(date(2016, 2, 16), 9).await.unwrap();
        assert_eq!(empty.iter().map(|one| one.post.as_str()).collect::<Vec<_>>(), ["镇长"]);
        let acting = ["G7", "QX20-1", "代理", "2016-02-02", "2016-12-31"];
        assert_eq!(appoint(&county, Role::Organisation, acting).await, "done");
    })
    .await;
}
