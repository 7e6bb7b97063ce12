//! A town in March 2026 under the rules of the cases, and its days in a line each.

use jiff::civil::Date;
use qz_acts::ActError;
use qz_acts::attendance::view::{DayLine, PersonMonth};
use qz_acts::attendance::{
    AdoptRule, AssignForm, AssignRule, DayForm, ExplainDay, RuleForm, SettleDay, SettleForm, Why,
};
use qz_acts::request::view::LeaveLeft;
use qz_acts::request::{ApproveRequest, AskRequest, RequestForm, SetWorkStart};
use qz_acts::terminal::Upload;
use qz_domain::attendance::PersonDay;
use qz_domain::attendance::exception::Outcome;
use qz_domain::id::{AccountId, RequestId, TerminalId};
use qz_domain::month::Month;
use qz_domain::punch::Drift;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_store::StoreUrl;
use qz_testkit::attendance::{SERIAL, at, on, person};
use qz_testkit::county::{County, county_at};
use qz_testkit::terminal::{in_service, map};

/// Four points a day, as the cases have it.
pub const R1: &str = r#"rule "R1" from="2026-03-01" {
    grace late=5 early=5; tiers late=30 very-late=60; window before=60 after=360; double-tap 60
    session "am" from="08:00" to="12:00"; session "pm" from="14:30" to="18:00"
}"#;
/// Two points a day.
pub const R2: &str = r#"rule "R2" from="2026-03-01" {
    grace late=5 early=5; tiers late=30 very-late=60; window before=60 after=360
    session "day" from="08:00" to="18:00" break="12:00-14:00" half-days=2
}"#;
/// A night at the post.
pub const NIGHT: &str = r#"rule "NIGHT" from="2026-03-01" calendar="every" {
    grace late=5 early=5; tiers late=30 very-late=60; window before=60 after=360
    duty "duty" from="18:00" to="08:00+1" half-days=2
}"#;
/// Mondays, Wednesdays and Fridays.
pub const PART: &str = r#"rule "PART" from="2026-03-01" {
    grace late=5 early=5; weekdays 1 3 5
    session "am" from="08:00" to="12:00"; session "pm" from="14:30" to="18:00"
}"#;

/// The four points of a day that is in order.
pub const ALL_DAY: &str = "07:58 12:01 14:25 18:02";

/// The town, its terminal and its clock.
pub struct Town {
    pub county: County,
    pub terminal: TerminalId,
    url: StoreUrl,
}

/// The day of the month in March 2026, such as `03` or `2026-04-01`.
pub fn date(day: &str) -> Date {
    let whole = if day.len() == 2 { format!("2026-03-{day}") } else { day.to_owned() };
    whole.parse().unwrap()
}

/// A request for leave, a trip or the like.
pub fn form((kind, subtype): (&str, &str), from: &str, to: &str) -> RequestForm {
    let [kind, subtype, from, to] = [kind, subtype, from, to].map(str::to_owned);
    let place =
        if matches!(&*kind, "trip" | "field") { "柳湾镇".to_owned() } else { String::new() };
    RequestForm { kind, subtype, from, to, place, ..RequestForm::default() }
}

impl Town {
    /// On 26 February 2026; a rule binds the town, and whoever belongs to it, from 1 March on. G7 is 7 to the terminal.
    pub async fn under(url: &StoreUrl, code: &str) -> Self {
        let county = county_at(url, at("2026-02-26 09:00")).await;
        let actor = county.account(Role::Hr).await;
        for body in [R1, R2, NIGHT, PART] {
            let form = RuleForm { body: body.to_owned(), ..RuleForm::default() };
            county.done(AdoptRule { actor, form }).await;
        }
        let terminal = in_service(&county, SERIAL).await;
        for (pin, person) in [("6", "G6"), ("7", "G7"), ("8", "G8")] {
            map(&county, (pin, person), "2026-01-01").await;
        }
        let town = Self { county, terminal, url: url.clone() };
        town.assign(("QX20", ""), code, ("2026-03-01", "")).await.unwrap();
        town
    }

    /// The same town at another moment of March, such as `09 08:00`, or of any month.
    pub async fn at(self, moment: &str) -> Self {
        let moment =
            if moment.len() == 8 { format!("2026-03-{moment}") } else { moment.to_owned() };
        Self { county: on(&self.url, &moment).await, ..self }
    }

    /// Says which rule binds whom.
    pub async fn assign(
        &self,
        (unit, person): (&str, &str),
        code: &str,
        (since, until): (&str, &str),
    ) -> Result<(), ActError> {
        let [unit, person, code, since, until] =
            [unit, person, code, since, until].map(str::to_owned);
        let form = AssignForm { unit, person, code, since, until, ..AssignForm::default() };
        self.assign_as(form).await
    }

    pub async fn assign_as(&self, form: AssignForm) -> Result<(), ActError> {
        let actor = self.county.account(Role::Hr).await;
        self.county.try_act(AssignRule { actor, form }).await.map(drop)
    }

    /// The account of G7.
    pub async fn me(&self) -> AccountId {
        self.county.account(Role::Liaison).await
    }

    /// Sends what a number was shown at on a day, from a clock that is right.
    pub async fn punch(&self, pin: &str, day: &str, times: &str) {
        self.send(self.terminal, &lines(pin, day, times), Some(0)).await;
    }

    /// Sends lines from a clock that is so many seconds ahead, or of which nobody knows.
    pub async fn send(&self, terminal: TerminalId, lines: &str, ahead: Option<i64>) {
        let now = self.county.acts.now();
        let said = |ahead| now + jiff::SignedDuration::from_secs(ahead);
        let drift = ahead.map(|ahead| Drift::measured(said(ahead), now));
        let upload = (Upload::Attlog(lines.as_bytes().to_vec()), self.county.acts.new_request());
        self.county.acts.take_upload_of(terminal, upload, drift).await.unwrap();
    }

    /// G7's month.
    pub async fn month(&self, month: i8) -> PersonMonth {
        let month = Month::new(2026, month).unwrap();
        self.county.acts.attendance_of(self.me().await, (None, month)).await.unwrap()
    }

    /// What a day of G7 came to: codes, minutes late and early, points without evidence, minutes worked.
    pub async fn day(&self, day: &str) -> String {
        let day = date(day);
        let month = self.month(day.month()).await;
        month.days.iter().find(|line| line.key.day == day).map_or("no row".to_owned(), told)
    }

    /// What some days of G7 came to, codes alone.
    pub async fn codes(&self, days: &[&str]) -> Vec<String> {
        let month = self.month(3).await;
        let of = |day: &&str| {
            let found = month.days.iter().find(|line| line.key.day == date(day));
            found.map_or("no row".to_owned(), |line| line.codes().to_string())
        };
        days.iter().map(of).collect()
    }

    /// A day of G7 with all that bears on it.
    pub async fn why(&self, day: &str) -> Why {
        let key = PersonDay { person: person(&self.county, Role::Liaison).await, day: date(day) };
        self.county.acts.attendance_day(self.me().await, key).await.unwrap()
    }

    /// G7 asks.
    pub async fn ask(&self, form: RequestForm) -> Result<RequestId, ActError> {
        let act = AskRequest { actor: self.me().await, form };
        self.county.try_act(act).await.map(|made| made.request)
    }

    /// G7 asks, and their head approves.
    pub async fn approved(&self, form: RequestForm) -> RequestId {
        let request = self.ask(form).await.unwrap();
        let actor = self.county.account(Role::Head).await;
        self.county.done(ApproveRequest { actor, request, version: 1 }).await;
        request
    }

    /// Since when G7 works.
    pub async fn works_since(&self, since: &str) {
        let actor = self.county.account(Role::Hr).await;
        let [person, since] = ["G7", since].map(str::to_owned);
        self.county.done(SetWorkStart { actor, person, since }).await;
    }

    /// What G7 has left of a leave.
    pub async fn left(&self, code: &str) -> Option<i64> {
        let all = self.county.acts.own_leaves(self.me().await).await.unwrap();
        let of = |one: &LeaveLeft| one.balance.as_ref().unwrap().left();
        all.iter().find(|one| one.rule.code == code).and_then(of)
    }

    /// G7 says why a day was as it was, and their head settles it.
    pub async fn explained_and_settled(&self, day: &str, outcome: Outcome) {
        let key = PersonDay { person: person(&self.county, Role::Liaison).await, day: date(day) };
        let form = DayForm { day: key, said: "没有请假。".to_owned() };
        self.county.done(ExplainDay { actor: self.me().await, form }).await;
        let actor = self.county.account(Role::Head).await;
        let (outcome, because) = (outcome.code().to_owned(), "本人已说明，查实。".to_owned());
        let form = SettleForm { day: key, outcome, because };
        self.county.done(SettleDay { actor, version: 1, form }).await;
    }
}

/// Lines as a terminal writes them: what a number was shown at on a day.
pub fn lines(pin: &str, day: &str, times: &str) -> String {
    let seconds = |time: &str| if time.len() == 5 { format!("{time}:00") } else { time.to_owned() };
    let line = |time| format!("{pin}\t{} {}\t0\t1\n", date(day), seconds(time));
    times.split_whitespace().map(line).collect()
}

/// A day in a line.
pub fn told(line: &DayLine) -> String {
    let (row, missing) = (line.row, &line.missing);
    let missing = if missing.is_empty() { "-" } else { missing };
    format!("{} {} {} {missing} {}", line.codes(), row.late, row.early, row.worked)
}
