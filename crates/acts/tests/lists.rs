//! The red and the black list on both engines: from the nomination to the day an entry comes down by itself, and
//! every refusal by its key.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::{Date, date};
use qz_acts::ActError;
use qz_acts::accountability::{DecideMeasure, ServeDecision, ServiceForm};
use qz_acts::finding::{AdjudicateFinding, AdjudicationForm};
use qz_acts::list_entry::public::PublicList;
use qz_acts::list_entry::view::{ListFilter, ListSort};
use qz_acts::list_entry::{
    AnswerForm, AnswerListObjection, ListEntryChanged, NominateForList, NominationForm, NoticeForm,
    NotifyList, ObjectToList, ObjectionForm, ProposalForm, ProposeForList, RemoveFromList,
    StateOnList, VerificationForm, VerifyForList,
};
use qz_acts::matter::PaperForm;
use qz_acts::review::{DecideReview, OpenReview, ReviewForm, ServeReview};
use qz_domain::id::{AccountId, AccountabilityId, ListEntryId};
use qz_domain::instant;
use qz_domain::list_entry::{Board, Standing, Step};
use qz_domain::role::Role;
use qz_store::StoreUrl;
use qz_testkit::county::county_at;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key};

type Changed = Result<ListEntryChanged, ActError>;

/// A county whose clock stands at the end of 2016, with three who keep the lists.
struct Lists {
    matter: Matter,
    /// G4 of the efficiency office.
    first: AccountId,
    /// G3 of the same.
    second: AccountId,
    /// G11, of another office.
    third: AccountId,
}

fn text(given: &str) -> String {
    given.to_owned()
}

fn on(day: &str) -> PaperForm {
    PaperForm { number: format!("榜-{day}"), day: format!("2016-{day}"), ..PaperForm::default() }
}

impl Lists {
    async fn of(url: &StoreUrl) -> Self {
        Self::at(url, instant::instant(date(2016, 12, 1).at(9, 0, 0, 0)).unwrap()).await
    }

    async fn at(url: &StoreUrl, at: jiff::Timestamp) -> Self {
        let matter = Matter::in_county(county_at(url, at).await).await;
        let keeper =
            async |name, person| matter.county.open(name, person, Role::Publicity, "QX10").await;
        let (first, second) = (keeper("xuan", "G4").await, keeper("chuan", "G3").await);
        let third = keeper("bu", "G11").await;
        Self { matter, first, second, third }
    }

    async fn nominate(
        &self,
        actor: AccountId,
        (unit, person, consent): (&str, &str, &str),
    ) -> Result<ListEntryId, ActError> {
        let form = NominationForm {
            unit: text(unit),
            person: text(person),
            reason: text("窗口半年无一件超期。"),
            consent: text(consent),
            paper: on("05-03"),
        };
        let act = NominateForList { actor, form };
        self.matter.county.try_act(act).await.map(|made| made.entry)
    }

    /// A decision on G6, served on 25 February 2016; until 11 March a review may be asked for.
    async fn decided(&self) -> AccountabilityId {
        let Matter { proposer, adjudicator, chair, screener, county, .. } = &self.matter;
        let finding = self.matter.verified().await;
        let notice = ("G6", "circulated_criticism");
        let held = self.matter.notify(*proposer, finding, notice).await.unwrap();
        let form = AdjudicationForm {
            outcome: text("属实"),
            ground: text("leaders_2009_5"),
            reason: text("值班无人检查。"),
            paper: on("02-22"),
        };
        county.done(AdjudicateFinding { actor: *adjudicator, finding, version: 3, form }).await;
        let mut form = self.matter.decision();
        (form.paper, form.response) = (on("02-24"), String::new());
        let decide = DecideMeasure { actor: *chair, accountability: held, version: 1, form };
        county.done(decide).await;
        let form = ServiceForm { paper: on("02-25"), ..ServiceForm::default() };
        county
            .done(ServeDecision { actor: *screener, accountability: held, version: 2, form })
            .await;
        held
    }

    async fn propose(
        &self,
        actor: AccountId,
        decision: AccountabilityId,
        day: &str,
    ) -> Result<ListEntryId, ActError> {
        let form = ProposalForm { reason: text("值班制度长期落空。"), paper: on(day) };
        let act = ProposeForList { actor, decision, form };
        self.matter.county.try_act(act).await.map(|made| made.entry)
    }

    async fn verify(
        &self,
        actor: AccountId,
        entry: ListEntryId,
        (version, passed, paper): (i64, &str, PaperForm),
    ) -> Changed {
        let form =
            VerificationForm { passed: text(passed), verified: text("逐件核对。"), paper };
        self.matter.county.try_act(VerifyForList { actor, entry, version, form }).await
    }

    async fn notice(
        &self,
        actor: AccountId,
        entry: ListEntryId,
        (version, weighed, day): (i64, &str, &str),
    ) -> Changed {
        let form = NoticeForm {
            purpose: text(weighed),
            effect: text(weighed),
            safeguard: text(weighed),
            paper: on(day),
        };
        self.matter.county.try_act(NotifyList { actor, entry, version, form }).await
    }

    async fn object(
        &self,
        actor: AccountId,
        entry: ListEntryId,
        (version, paper): (i64, PaperForm),
    ) -> Changed {
        let form = ObjectionForm { reason: text("有两件是补录的。"), paper };
        self.matter.county.try_act(ObjectToList { actor, entry, version, form }).await
    }

    async fn answer(
        &self,
        actor: AccountId,
        entry: ListEntryId,
        (version, outcome, day): (i64, &str, &str),
    ) -> Changed {
        let answer = text("两件已调阅底单。");
        let form = AnswerForm { outcome: text(outcome), answer, paper: on(day) };
        self.matter.county.try_act(AnswerListObjection { actor, entry, version, form }).await
    }

    async fn list(&self, board: Board, day: Date) -> PublicList {
        self.matter.county.acts.public_list(board, ("", day)).await.unwrap()
    }

    /// Nominated by G8 on 3 May, verified by G4, in notice from 5 to 12 May.
    async fn noticed(&self) -> ListEntryId {
        let nominator = self.matter.county.account(Role::Cadre).await;
        let entry = self.nominate(nominator, ("QX30", "", "")).await.unwrap();
        self.verify(self.first, entry, (1, "yes", on("05-04"))).await.unwrap();
        self.notice(self.second, entry, (2, "", "05-05")).await.unwrap();
        entry
    }
}

#[tokio::test]
async fn a_unit_is_nominated_verified_noticed_and_listed_and_comes_down_by_itself() {
    on_both_engines(async |url| {
        let lists = Lists::of(&url).await;
        let entry = lists.noticed().await;
        let on = async |month, day| lists.list(Board::Red, date(2016, month, day)).await;
        let noticed = on(5, 12).await;
        assert_eq!((noticed.noticed.len(), noticed.listed.len()), (1, 0));
        assert_eq!(noticed.noticed[0].until, Some(date(2016, 5, 12)));
        let listed = on(5, 13).await;
        let one = &listed.listed[0];
        assert_eq!((one.since, one.office.code.as_str()), (date(2016, 5, 13), "QX10"));
        assert_eq!((one.until, one.unit.code.as_str()), (Some(date(2016, 8, 10)), "QX30"));
        let past = on(8, 11).await;
        assert_eq!((past.listed.len(), past.noticed.len()), (0, 0), "names go with the day");
        assert_eq!(past.past[0], (Standing::Expired, 1));
        let late = lists.object(lists.third, entry, (3, PaperForm::default())).await;
        assert_eq!(key(late), "refusal-not-shown");
        let removed = RemoveFromList {
            actor: lists.third,
            entry,
            version: 3,
            removal: text("数据有误。"),
            paper: PaperForm::default(),
        };
        assert_eq!(key(lists.matter.county.try_act(removed).await), "refusal-not-shown");
        let elsewhere = lists.matter.county.acts.lists_of_unit("QX30", date(2016, 6, 1)).await;
        assert_eq!(elsewhere.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn who_nominated_does_not_verify_nor_anybody_of_the_unit_or_tied_to_it() {
    on_both_engines(async |url| {
        let lists = Lists::of(&url).await;
        let entry = lists.nominate(lists.first, ("QX20", "", "")).await.unwrap();
        let day = || on("05-04");
        assert_eq!(
            key(lists.verify(lists.first, entry, (1, "yes", day())).await),
            "refusal-took-part"
        );
        let keyed = PaperForm { by: text("G3"), ..day() };
        let keyed = lists.verify(lists.first, entry, (1, "yes", keyed)).await;
        assert_eq!(key(keyed), "refusal-took-part", "nor keys it");
        let county = &lists.matter.county;
        let kin = county.open("kin", "G5", Role::Publicity, "QX10").await;
        assert_eq!(key(lists.verify(kin, entry, (1, "yes", day())).await), "refusal-kin-in-unit");
        let below = PaperForm { by: text("G8"), ..day() };
        let below = lists.verify(lists.second, entry, (1, "yes", below)).await;
        assert_eq!(key(below), "refusal-belongs-to-unit");
        assert_eq!(
            key(lists.verify(lists.second, entry, (1, "", day())).await),
            "confirmed fault-missing"
        );
        let stale = lists.verify(lists.second, entry, (7, "yes", day())).await;
        assert_eq!(key(stale), "refusal-stale-version");
        let early = lists.notice(lists.second, entry, (1, "", "05-04")).await;
        assert_eq!(key(early), "refusal-out-of-order");
        let clerk = county.account(Role::Clerk).await;
        assert_eq!(key(lists.verify(clerk, entry, (1, "yes", day())).await), "forbidden");
        lists.verify(lists.second, entry, (1, "no", day())).await.unwrap();
        let dead = lists.notice(lists.third, entry, (2, "", "05-05")).await;
        assert_eq!(key(dead), "refusal-out-of-order");
        let nobody = lists.list(Board::Red, date(2016, 6, 1)).await;
        assert!(nobody.listed.is_empty() && nobody.past.iter().all(|(_, count)| *count == 0));
    })
    .await;
}

#[tokio::test]
async fn a_person_stands_on_the_red_list_with_their_own_written_consent_only() {
    on_both_engines(async |url| {
        let lists = Lists::of(&url).await;
        let nominator = lists.matter.county.account(Role::Cadre).await;
        let none = lists.nominate(nominator, ("", "G9", "")).await;
        assert_eq!(key(none), "refusal-no-consent");
        assert_eq!(
            key(lists.nominate(nominator, ("", "", "")).await),
            "nominee_unit fault-missing"
        );
        let entry = lists.nominate(nominator, ("", "G9", "同意书3号")).await.unwrap();
        let own = PaperForm { by: text("G9"), ..on("05-04") };
        let own = lists.verify(lists.first, entry, (1, "yes", own)).await;
        assert_eq!(key(own), "refusal-own-matter");
        lists.verify(lists.first, entry, (1, "yes", on("05-04"))).await.unwrap();
        lists.notice(lists.second, entry, (2, "", "05-05")).await.unwrap();
        let listed = lists.list(Board::Red, date(2016, 6, 1)).await;
        assert_eq!(listed.listed[0].person.as_deref(), Some("桑叙和"));
    })
    .await;
}

#[tokio::test]
async fn anybody_objects_to_a_red_entry_and_whoever_brought_it_there_does_not_answer() {
    on_both_engines(async |url| {
        let lists = Lists::of(&url).await;
        let entry = lists.noticed().await;
        let anybody = lists.matter.county.account(Role::Inspector).await;
        lists.object(anybody, entry, (3, on("05-11"))).await.unwrap();
        let again = lists.object(lists.third, entry, (4, on("05-11"))).await;
        assert_eq!(key(again), "refusal-out-of-order");
        let held = lists.list(Board::Red, date(2016, 5, 13)).await;
        assert_eq!((held.listed.len(), held.noticed[0].standing), (0, Standing::Held));
        let verified = lists.answer(lists.first, entry, (4, "异议不成立", "05-16")).await;
        assert_eq!(key(verified), "refusal-took-part");
        lists.answer(lists.second, entry, (4, "异议不成立", "05-16")).await.unwrap();
        let listed = lists.list(Board::Red, date(2016, 5, 16)).await;
        assert_eq!(listed.listed[0].since, date(2016, 5, 16));
        lists.object(lists.third, entry, (5, on("06-01"))).await.unwrap();
        let still = lists.list(Board::Red, date(2016, 6, 1)).await;
        assert!(still.listed[0].is_contested, "a later objection does not take it down");
        let own = lists.answer(lists.third, entry, (6, "异议成立", "06-02")).await;
        assert_eq!(key(own), "refusal-took-part");
        lists.answer(lists.second, entry, (6, "异议成立", "06-02")).await.unwrap();
        let removed = lists.list(Board::Red, date(2016, 6, 2)).await;
        assert_eq!((removed.listed.len(), removed.removed[0].unit.code.as_str()), (0, "QX30"));
        let later = lists.list(Board::Red, date(2016, 8, 11)).await;
        assert!(later.removed.is_empty(), "the note goes with the day it would have come down");
    })
    .await;
}

#[tokio::test]
async fn a_black_entry_rests_on_a_final_decision_and_whoever_it_is_about_is_heard_first() {
    on_both_engines(async |url| {
        let lists = Lists::of(&url).await;
        let Matter { proposer, mayor, county, .. } = &lists.matter;
        let undecided = lists.matter.verified().await;
        let notice = ("", "circulated_criticism");
        let undecided = lists.matter.notify(*proposer, undecided, notice).await.unwrap();
        let none = lists.propose(*proposer, undecided, "03-14").await;
        assert_eq!(key(none), "refusal-no-final-decision");
        let decision = lists.decided().await;
        assert_eq!(key(lists.propose(*proposer, decision, "03-11").await), "refusal-not-final");
        assert_eq!(key(lists.propose(lists.first, decision, "03-14").await), "forbidden");
        let entry = lists.propose(*proposer, decision, "03-14").await.unwrap();
        let twice = lists.propose(*proposer, decision, "03-15").await;
        assert_eq!(key(twice), "refusal-listed-already");
        let unheard = lists.verify(lists.first, entry, (1, "yes", on("03-15"))).await;
        assert_eq!(key(unheard), "refusal-not-heard");
        let state = |actor, by: &str| StateOnList {
            actor,
            entry,
            version: 1,
            statement: text("制度已经补上。"),
            paper: PaperForm { by: text(by), ..on("03-16") },
        };
        assert_eq!(key(county.try_act(state(lists.first, "")).await), "forbidden");
        assert_eq!(key(county.try_act(state(*mayor, "G1")).await), "refusal-not-speaker");
        county.done(state(*mayor, "")).await;
        lists.verify(lists.first, entry, (2, "yes", on("03-17"))).await.unwrap();
        let unweighed = lists.notice(lists.second, entry, (3, "", "03-18")).await;
        assert_eq!(key(unweighed), "assess_purpose fault-missing");
        lists.notice(lists.second, entry, (3, "已权衡", "03-18")).await.unwrap();
        let listed = lists.list(Board::Black, date(2016, 4, 1)).await;
        assert_eq!(listed.listed[0].person.as_deref(), Some("郗怀朴"));
        assert!(listed.listed[0].decision.is_some());
        let stranger = county.account(Role::Hr).await;
        let stranger = lists.object(stranger, entry, (4, on("03-21"))).await;
        assert_eq!(key(stranger), "forbidden", "on the black list it is theirs alone to object");
        let late = lists.object(*mayor, entry, (4, PaperForm::default())).await;
        assert_eq!(key(late), "refusal-not-shown", "it came down by itself");
    })
    .await;
}

/// What was verified for the black list and not yet made public, on a decision that a review takes away.
async fn taken_away(lists: &Lists) -> ListEntryId {
    let Matter { proposer, screener, county, .. } = &lists.matter;
    let decision = lists.decided().await;
    let entry = lists.propose(*proposer, decision, "03-14").await.unwrap();
    lists.verify(lists.first, entry, (1, "yes", on("03-28"))).await.unwrap();
    let waiting = county.acts.list_entries_waiting(lists.second).await.unwrap();
    assert_eq!(waiting.len(), 1, "its notice waits");
    let (grounds, paper) = (text("事实有误。"), on("04-05"));
    let open = OpenReview { actor: *screener, accountability: decision, grounds, paper };
    let review = county.done(open).await.review;
    let form = ReviewForm {
        panel: ["G20", "G21", "G22"].map(text).into(),
        outcome: text("撤销"),
        because: text("原件证明当日有人在岗。"),
        paper: on("04-11"),
        ..ReviewForm::default()
    };
    let reviewer = county.open("zhuo", "G20", Role::Adjudicator, "QX50").await;
    county.done(DecideReview { actor: reviewer, review, version: 1, form }).await;
    county.done(ServeReview { actor: *screener, review, version: 2, paper: on("04-12") }).await;
    entry
}

#[tokio::test]
async fn what_is_not_yet_public_goes_no_further_once_its_decision_falls() {
    on_both_engines(async |url| {
        let lists = Lists::of(&url).await;
        lists.matter.county.new_panel().await;
        let entry = taken_away(&lists).await;
        let county = &lists.matter.county;
        let notice = lists.notice(lists.second, entry, (2, "已权衡", "04-13")).await;
        assert_eq!(key(notice), "refusal-no-final-decision");
        let view = county.acts.list_entry(lists.second, entry).await.unwrap();
        assert_eq!((view.line.standing, view.steps), (Standing::Fallen, vec![]));
        let waiting = county.acts.list_entries_waiting(lists.second).await.unwrap();
        assert!(waiting.is_empty(), "nobody waits for what can never come");
        let list = lists.list(Board::Black, date(2016, 6, 1)).await;
        let fallen = list.past.iter().find(|(standing, _)| *standing == Standing::Fallen);
        assert_eq!(fallen.unwrap().1, 0, "it was never there to come down");
    })
    .await;
}

#[tokio::test]
async fn what_is_upheld_is_removed_with_a_note_that_names_nobody() {
    on_both_engines(async |url| {
        let at = instant::instant(date(2016, 3, 22).at(9, 0, 0, 0)).unwrap();
        let lists = Lists::at(&url, at).await;
        let Matter { proposer, mayor, county, .. } = &lists.matter;
        let decision = lists.decided().await;
        let entry = lists.propose(*proposer, decision, "03-14").await.unwrap();
        let state = StateOnList {
            actor: *mayor,
            entry,
            version: 1,
            statement: text("制度已经补上。"),
            paper: on("03-16"),
        };
        county.done(state).await;
        lists.verify(lists.first, entry, (2, "yes", on("03-17"))).await.unwrap();
        lists.notice(lists.second, entry, (3, "已权衡", "03-18")).await.unwrap();
        let brought = PaperForm { by: text("G6"), ..on("03-21") };
        lists.object(lists.third, entry, (4, brought)).await.unwrap();
        let taker = lists.answer(lists.third, entry, (5, "异议成立", "03-22")).await;
        assert_eq!(key(taker), "refusal-took-part", "whoever took it down does not answer it");
        lists.answer(lists.second, entry, (5, "异议成立", "03-22")).await.unwrap();
        let list = lists.list(Board::Black, date(2016, 3, 28)).await;
        assert!(list.listed.is_empty() && list.noticed.is_empty());
        let note = &list.removed[0];
        assert!(note.is_person && note.unit.code == "QX20" && note.because == "两件已调阅底单。");
        let seen = county.acts.list_entry(*mayor, entry).await.unwrap();
        assert_eq!((seen.objections.len(), seen.line.standing), (1, Standing::Removed));
        let stranger = county.account(Role::Hr).await;
        assert_eq!(key(county.acts.list_entry(stranger, entry).await), "not found");
    })
    .await;
}

#[tokio::test]
async fn the_desk_shows_each_their_own_entries_and_what_waits_for_them() {
    on_both_engines(async |url| {
        let at = instant::instant(date(2016, 5, 9).at(9, 0, 0, 0)).unwrap();
        let lists = Lists::at(&url, at).await;
        let (county, nominator) = (&lists.matter.county, lists.matter.county.account(Role::Cadre));
        let nominator = nominator.await;
        let waiting =
            async |account| county.acts.list_entries_waiting(account).await.unwrap().len();
        let fresh = lists.nominate(lists.first, ("QX40", "", "")).await.unwrap();
        assert_eq!((waiting(lists.first).await, waiting(lists.second).await), (0, 1));
        let entry = lists.noticed().await;
        let all = async |account, board| {
            let filter = ListFilter { board, ..ListFilter::default() };
            county.acts.list_entries(account, &filter, ListSort::Due).await.unwrap().len()
        };
        assert_eq!(all(lists.third, Some(Board::Red)).await, 2);
        assert_eq!(all(lists.third, Some(Board::Black)).await, 0);
        assert_eq!(all(nominator, None).await, 1, "whoever nominated follows it");
        let inspector = county.account(Role::Inspector).await;
        assert_eq!(all(inspector, None).await, 0);
        let shown = county.acts.list_entry(inspector, entry).await.unwrap();
        assert_eq!(shown.steps, [Step::Object], "anybody may object to what is in notice");
        assert_eq!(key(county.acts.list_entry(inspector, fresh).await), "not found");
        lists.object(inspector, entry, (3, PaperForm::default())).await.unwrap();
        assert_eq!(all(inspector, None).await, 1);
        assert_eq!((waiting(lists.first).await, waiting(lists.third).await), (0, 2));
    })
    .await;
}
