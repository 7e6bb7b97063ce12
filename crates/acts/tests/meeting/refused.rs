//! What is refused of a meeting, by the guard that refuses it.

use qz_acts::matter::PaperForm;
use qz_acts::meeting::{
    CallForm, CallMeeting, ChangeAttendance, MinutesForm, RecordVote, SignMinutes,
};
use qz_domain::role::Role;
use qz_store::StoreUrl;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key, on, texts};
use qz_testkit::meeting::{ALL_FOR, Sitting, attendance};

async fn on_sqlite(story: impl AsyncFn(Sitting)) {
    let folder = tempfile::tempdir().unwrap();
    let url = StoreUrl::Sqlite(folder.path().join("county.db"));
    story(Sitting::on(Matter::new(&url).await, 2).await).await;
}

#[tokio::test]
async fn whoever_is_barred_does_not_vote_and_hears_it_in_the_guards_own_words() {
    on_both_engines(async |url| {
        let one = Sitting::on(Matter::new(&url).await, 1).await;
        let form = one.form("给予措施", &ALL_FOR).await;
        let refusal = one.vote(0, form).await.unwrap_err();
        let form = qz_acts::accountability::DecisionForm {
            panel: texts(&["G10", "G11", "G21"]),
            measure: "criticism".to_owned(),
            ..one.matter.decision()
        };
        let by_hand = one.matter.decide(one.matter.chair, one.items[0], (2, form)).await;
        assert_eq!(refusal.to_string(), by_hand.unwrap_err().to_string());
        assert_eq!(key(Err::<(), _>(refusal)), "refusal-took-part");
        let mut ballots = ALL_FOR;
        ballots[4] = ("G21", "回避", "");
        let form = one.form("给予措施", &ballots).await;
        assert_eq!(key(one.vote(0, form).await), "dissent.5 fault-missing");
    })
    .await;
}

#[tokio::test]
async fn fewer_than_three_do_not_vote_and_are_told_whom_to_call() {
    on_sqlite(async |one| {
        let recused = |number| (number, "回避", "与当事人是战友");
        let ballots = [
            ("G10", "赞成", ""),
            ("G11", "赞成", ""),
            recused("G12"),
            recused("G20"),
            recused("G21"),
        ];
        let form = one.form("给予措施", &ballots).await;
        let refusal = one.vote(0, form.clone()).await.unwrap_err();
        assert_eq!(
            format!("{refusal:?}"),
            r#"Refused(Meeting(TooFewLeft { found: 2, subject: "郗怀朴", others: "穆青山、严守朴" }))"#
        );
        let form = one.form("缓议", &ballots).await;
        one.vote(0, form).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_measure_is_put_to_the_vote_under_the_guards_of_measures() {
    on_sqlite(async |one| {
        let measure = async |measure: &str| {
            let mut form = one.form("给予措施", &ALL_FOR).await;
            measure.clone_into(&mut form.measure);
            key(one.vote(1, form).await)
        };
        assert_eq!(measure("").await, "measure fault-missing");
        assert_eq!(measure("admonition").await, "refusal-heavier");
        let mut form = one.form("给予措施", &ALL_FOR).await;
        form.response.clear();
        assert_eq!(key(one.vote(1, form).await), "refusal-statement-unanswered");
        let form = one.form("给予措施", &ALL_FOR[..4]).await;
        assert_eq!(key(one.vote(1, form).await), "vote.5 fault-missing");
        let form = one.form("再看看", &ALL_FOR).await;
        assert_eq!(key(one.vote(1, form).await), "proposal fault-not-one-of");
    })
    .await;
}

#[tokio::test]
async fn minutes_with_an_open_matter_or_by_somebody_else_are_not_signed() {
    on_sqlite(async |one| {
        let chair = one.matter.chair;
        let refusal = one.sign(chair).await.unwrap_err();
        assert_eq!(format!("{refusal:?}"), "Refused(Meeting(ItemsOpen { items: [1, 2] }))");
        one.vote_all().await;
        let other = one.county().open("other", "G11", Role::Head, "QX50").await;
        assert_eq!(key(one.sign(other).await), "refusal-not-the-chair");
        assert_eq!(key(one.carry(chair, 0).await), "refusal-not-held");
        let paper = PaperForm { by: "G10".to_owned(), ..on("16") };
        let form = MinutesForm { minutes: "逐项表决。".to_owned(), paper };
        let (meeting, version) = (one.meeting, one.version().await);
        one.county().done(SignMinutes { actor: other, meeting, version, form }).await;
        let form = one.form("不予追究", &ALL_FOR).await;
        assert_eq!(key(one.vote(1, form).await), "refusal-out-of-order");
    })
    .await;
}

#[tokio::test]
async fn what_found_no_majority_is_not_carried_out() {
    on_sqlite(async |one| {
        let against = |number| (number, "反对", "事实还不清楚。");
        let ballots = [
            ("G10", "赞成", ""),
            ("G11", "赞成", ""),
            against("G12"),
            ("G20", "弃权", ""),
            ("G21", "回避", "参加过核实"),
        ];
        let form = one.form("给予措施", &ballots).await;
        one.vote(0, form).await.unwrap();
        let form = one.form("不予追究", &ALL_FOR).await;
        one.vote(1, form).await.unwrap();
        one.sign(one.matter.chair).await.unwrap();
        assert_eq!(key(one.carry(one.matter.chair, 0).await), "refusal-no-majority");
        // Whoever verified the first matter sits on the second's panel and keys neither of them.
        let keys = one.county().open("keys", "G21", Role::Head, "QX50").await;
        assert_eq!(key(one.carry(keys, 0).await), "refusal-no-majority");
        one.carry(keys, 1).await.unwrap();
        assert_eq!(key(one.carry(one.matter.mayor, 1).await), "forbidden");
    })
    .await;
}

#[tokio::test]
async fn nobody_from_elsewhere_is_called_and_nothing_that_is_not_borne_out() {
    on_sqlite(async |one| {
        let (county, actor) = (one.county(), one.matter.chair);
        let finding = one.matter.verified().await;
        let notice = ("G6", "circulated_criticism");
        let open = one.matter.notify(one.matter.proposer, finding, notice).await.unwrap();
        let call = async |invited: &[&str], items: &[_]| {
            let form = CallForm {
                organ: "QX50".to_owned(),
                held_on: "2016-02-20".to_owned(),
                attendance: attendance(invited),
                items: items.to_vec(),
            };
            key(county.try_act(CallMeeting { actor, form }).await)
        };
        assert_eq!(call(&["G11", "G12"], &[open]).await, "refusal-not-upheld");
        assert_eq!(call(&["G11", "G12"], &[]).await, "agenda fault-missing");
        assert_eq!(call(&["G11", "G9"], &[open]).await, "refusal-not-invited");
        assert_eq!(call(&["G11"], &[open]).await, "refusal-too-few-called");
        let served = one.matter.served().await;
        assert_eq!(call(&["G11", "G12"], &[served]).await, "refusal-out-of-order");
        let later = one.matter.upheld().await.1;
        assert!(call(&["G11", "G12"], &[later]).await.contains("MeetingCalled"));
        let (meeting, version) = (one.meeting, 1);
        let form = attendance(&["G11"]);
        let act = ChangeAttendance { actor, meeting, version, form };
        assert_eq!(key(county.try_act(act).await), "refusal-too-few-called");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_voted_before_the_day_of_the_meeting() {
    on_sqlite(async |one| {
        let (county, actor) = (one.county(), one.matter.chair);
        let later = one.matter.upheld().await.1;
        let form = CallForm {
            organ: "QX50".to_owned(),
            held_on: "2016-02-17".to_owned(),
            attendance: attendance(&["G11", "G12", "G20", "G21"]),
            items: vec![later],
        };
        let meeting = county.done(CallMeeting { actor, form }).await.meeting;
        let form = one.form("给予措施", &ALL_FOR).await;
        let act = RecordVote { actor, meeting, version: 1, accountability: later, form };
        assert_eq!(key(county.try_act(act).await), "refusal-day-ahead");
    })
    .await;
}
