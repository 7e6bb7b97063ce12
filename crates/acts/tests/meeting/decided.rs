//! A meeting of five: one is recused in one matter, dissents in another, the third is put off.

use qz_acts::account::{ConfirmRole, ProposeRole, RoleForm};
use qz_acts::accountability::CarryOut;
use qz_acts::meeting::view::{MeetingFilter, MeetingSort, Page};
use qz_acts::meeting::{CallForm, CallMeeting, CallOffMeeting, ChangeAgenda};
use qz_acts::meeting::{ChangeAttendance, RecordVote};
use qz_domain::accountability::Stage;
use qz_domain::matter::Part;
use qz_domain::meeting;
use qz_domain::refusal::Refusal;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_store::StoreUrl;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key};
use qz_testkit::meeting::{ALL_FOR, Sitting, attendance};

/// Gives the mayor a role of the commission.
async fn grant(one: &Sitting, role: Role) {
    let county = one.county();
    let form = RoleForm { role: role.code().to_owned(), unit: "QX50".to_owned() };
    let (actor, account) = (county.account(Role::System).await, one.matter.mayor);
    let grant = county.done(ProposeRole { actor, account, form }).await.grant;
    let actor = county.account(Role::Security).await;
    county.done(ConfirmRole { actor, grant }).await;
}

const DISSENT: &str = "初次且已纠正，提醒谈话就够了。";

async fn sitting(url: &StoreUrl) -> Sitting {
    Sitting::on(Matter::new(url).await, 3).await
}

/// Votes on the three matters: criticism without G21, no measure against G12, put off.
async fn voted(one: &Sitting) {
    let mut ballots = ALL_FOR;
    ballots[4] = ("G21", "回避", "参加过核实");
    let form = one.form("给予措施", &ballots).await;
    one.vote(0, form).await.unwrap();
    let mut ballots = ALL_FOR;
    ballots[2] = ("G12", "反对", DISSENT);
    let form = one.form("不予追究", &ballots).await;
    one.vote(1, form).await.unwrap();
    let mut form = one.form("缓议", &[]).await;
    "等审计结果。".clone_into(&mut form.because);
    one.vote(2, form).await.unwrap();
}

#[tokio::test]
async fn a_meeting_decides_matter_by_matter_and_each_decision_remembers_it() {
    on_both_engines(async |url| {
        let one = sitting(&url).await;
        let (acts, chair) = (&one.county().acts, one.matter.chair);
        voted(&one).await;
        let signed = one.sign(chair).await.unwrap();
        assert_eq!(signed.number.unwrap().to_string(), "〔2016〕1号");
        assert_eq!(signed.stage, meeting::Stage::Held);
        let first = one.carry(chair, 0).await.unwrap();
        assert_eq!(first.stage, Stage::Decided);
        assert_eq!(first.number.unwrap().to_string(), "〔2016〕1号");
        let second = one.carry(chair, 1).await.unwrap();
        assert_eq!((second.stage, second.number), (Stage::Dropped, None));
        assert_eq!(key(one.carry(chair, 2).await), "refusal-nothing-carried");

        let view = acts.accountability(chair, one.items[0]).await.unwrap();
        let hands: Vec<_> = view.hands.iter().filter(|hand| hand.part == Part::Decided).collect();
        let numbers: Vec<_> = hands.iter().map(|hand| hand.number.as_str()).collect();
        assert_eq!(numbers, ["G10", "G11", "G12", "G20"], "whoever is recused is no hand");
        let paper = view.timeline.last().unwrap().paper.as_ref().unwrap();
        assert_eq!(paper.0, "〔2016〕1号", "the minutes are the paper");
        let (at, reads) = acts.decided_at(chair, one.items[0]).await.unwrap().unwrap();
        assert_eq!((at.meeting, at.item, at.has_dissent, reads), (one.meeting, 1, false, true));
        let (at, reads) = acts.decided_at(one.matter.mayor, one.items[1]).await.unwrap().unwrap();
        assert_eq!((at.item, at.has_dissent, reads), (2, true, false), "that there was, not who");

        let view = one.view(chair).await.unwrap();
        let words = &view.row.items[1].ballots[2].words;
        assert_eq!(words, DISSENT, "in their own words");
        let carried: Vec<_> =
            view.items.iter().map(|item| item.matter.as_ref().unwrap().carried).collect();
        assert_eq!(carried, [Some(one.meeting), Some(one.meeting), None]);
    })
    .await;
}

#[tokio::test]
async fn who_is_barred_is_known_before_the_vote() {
    on_both_engines(async |url| {
        let one = sitting(&url).await;
        let view = one.view(one.matter.chair).await.unwrap();
        let barred = |place: usize| -> Vec<(String, String)> {
            let named = |(person, why): &(_, Refusal)| {
                let found = view.people.iter().find(|one| one.person == *person).unwrap();
                (found.number.clone(), key(Err::<(), _>(why.clone().into())))
            };
            view.items[place].barred.iter().map(named).collect()
        };
        assert_eq!(barred(0), [("G21".to_owned(), "refusal-took-part".to_owned())]);
        assert_eq!(barred(1), []);
        assert!(view.items.iter().all(|item| item.due.is_some()), "until when it is decided");
    })
    .await;
}

#[tokio::test]
async fn carrying_out_twice_gives_the_first_receipt_or_says_that_it_is_decided() {
    on_both_engines(async |url| {
        let one = sitting(&url).await;
        voted(&one).await;
        one.sign(one.matter.chair).await.unwrap();
        let act = || CarryOut {
            actor: one.matter.chair,
            accountability: one.items[0],
            version: 2,
            meeting: one.meeting,
        };
        let acts = &one.county().acts;
        let first = acts.perform("once".to_owned(), act()).await.unwrap();
        let again = acts.perform("once".to_owned(), act()).await.unwrap();
        assert_eq!(first.receipt, again.receipt);
        assert_eq!(key(one.carry(one.matter.chair, 0).await), "refusal-out-of-order");
    })
    .await;
}

#[tokio::test]
async fn an_agenda_and_who_takes_part_change_until_there_is_a_ballot() {
    on_both_engines(async |url| {
        let one = sitting(&url).await;
        let (county, actor, meeting) = (one.county(), one.matter.chair, one.meeting);
        let items = vec![one.items[1], one.items[0]];
        let change = |version, items| ChangeAgenda { actor, meeting, version, items };
        county.done(change(1, items.clone())).await;
        assert_eq!(key(county.try_act(change(2, items.clone())).await), "refusal-nothing-changed");
        let form = one.form("不予追究", &ALL_FOR).await;
        one.vote(1, form).await.unwrap();
        let gone = county.try_act(change(3, vec![one.items[0]])).await;
        assert_eq!(key(gone), "refusal-voted-on");
        let attend = |version, form| ChangeAttendance { actor, meeting, version, form };
        let fewer = attendance(&["G11", "G12", "G20"]);
        assert_eq!(key(county.try_act(attend(3, fewer)).await), "refusal-voted-on");
        let mut more = attendance(&["G11", "G12", "G20", "G21", "G22"]);
        more.absent = vec!["G22".to_owned()];
        county.done(attend(3, more)).await;
        let view = one.view(actor).await.unwrap();
        let present: Vec<_> = view.people.iter().map(|one| one.is_present).collect();
        assert_eq!(present, [true, true, true, true, true, false]);
        assert_eq!(view.row.items[0].ballots.len(), 5, "the ballot stays with its matter");
    })
    .await;
}

#[tokio::test]
async fn a_meeting_that_was_called_off_frees_its_matters() {
    on_both_engines(async |url| {
        let one = sitting(&url).await;
        let (county, actor) = (one.county(), one.matter.chair);
        let ready = county.acts.ready_for_meeting(actor).await.unwrap();
        assert_eq!(ready.len(), 0, "what stands on an agenda is not offered");
        let form = CallForm {
            organ: "QX50".to_owned(),
            held_on: "2016-02-17".to_owned(),
            attendance: attendance(&["G11", "G12"]),
            items: one.items.clone(),
        };
        let again = || CallMeeting { actor, form: form.clone() };
        assert_eq!(key(county.try_act(again()).await), "refusal-on-another-agenda");
        let (meeting, reason) = (one.meeting, "改期。".to_owned());
        county.done(CallOffMeeting { actor, meeting, version: 1, reason }).await;
        assert_eq!(county.acts.ready_for_meeting(actor).await.unwrap().len(), 3);
        county.done(again()).await;
        let filter = MeetingFilter::default();
        let list =
            |account| county.acts.meetings(account, &filter, MeetingSort::Latest, Page::all());
        assert_eq!(list(actor).await.unwrap().1, 2);
        assert_eq!(list(one.matter.mayor).await.unwrap().1, 0);
        assert_eq!(list(one.matter.clerk).await.unwrap().1, 0);
    })
    .await;
}

#[tokio::test]
async fn only_the_organ_and_those_called_read_a_meeting_and_the_subject_never() {
    on_both_engines(async |url| {
        let one = sitting(&url).await;
        for reader in [one.matter.chair, one.matter.screener, one.matter.adjudicator] {
            one.view(reader).await.unwrap();
        }
        let sits = one.county().open("sits", "G20", Role::Cadre, "QX50").await;
        one.view(sits).await.unwrap();
        // The subject holds a role of the commission too.
        grant(&one, Role::Discipline).await;
        for stranger in [one.matter.mayor, one.matter.clerk] {
            assert_eq!(key(one.view(stranger).await), "not found");
        }
        let actor = one.matter.mayor;
        let form = one.form("不予追究", &ALL_FOR).await;
        let (meeting, accountability) = (one.meeting, one.items[0]);
        let act = RecordVote { actor, meeting, version: 1, accountability, form };
        assert_eq!(key(one.county().try_act(act).await), "forbidden");
    })
    .await;
}

#[tokio::test]
async fn who_is_called_and_is_the_subject_reads_nothing_of_their_own_matter() {
    on_both_engines(async |url| {
        let one = sitting(&url).await;
        let county = one.county();
        // The mayor has the power to decide in the commission too, so that they may be called.
        let both = one.matter.mayor;
        grant(&one, Role::Head).await;
        let form = attendance(&["G11", "G12", "G20", "G6"]);
        let (actor, meeting) = (one.matter.chair, one.meeting);
        county.done(ChangeAttendance { actor, meeting, version: 1, form }).await;
        let view = one.view(both).await.unwrap();
        assert!(view.items.iter().all(|item| item.matter.is_none()), "all are on G6");
        let view = one.view(actor).await.unwrap();
        let why = &view.items[1].barred[0].1;
        assert_eq!(key(Err::<(), _>(why.clone().into())), "refusal-own-matter");
    })
    .await;
}
