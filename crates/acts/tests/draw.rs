//! Draws on both engines: from the announcement to the file that anybody works out again; every refusal.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use qz_acts::ActError;
use qz_acts::draw::public::{DrawFilter, DrawLine, DrawSort, Page};
use qz_acts::draw::visits::DrawnVisitsForm;
use qz_acts::draw::{AnnounceDraw, CallOffDraw, DrawChanged, DrawForm, EnterDraw, MakeDraw};
use qz_acts::log::LogKeeper;
use qz_acts::visit::{CallOffVisit, FilePaperVisit, PaperVisitForm};
use qz_domain::draw::{Stage, Step};
use qz_domain::id::{AccountId, DrawId};
use qz_domain::role::Role;
use qz_engine::draw::{Published, verify};
use qz_store::StoreUrl;
use qz_testkit::county::{County, county};
use qz_testkit::engines::{chance, on_both_engines};
use qz_testkit::matter::key;
use tempfile::{TempDir, tempdir};

/// The county with its log's keeper: G1 of QX10 draws, G13 of QX50 is the other party.
struct Office {
    county: County,
    keeper: LogKeeper,
    _folder: TempDir,
    clerk: AccountId,
    other: AccountId,
}

type Outcome = Result<DrawChanged, ActError>;

impl Office {
    async fn new(url: &StoreUrl) -> Self {
        let county = county(url).await;
        let folder = tempdir().unwrap();
        LogKeeper::create(folder.path(), "qianxi.example/acts", &*chance()).unwrap();
        let keeper = LogKeeper::open(county.acts.clone(), folder.path()).unwrap();
        let (clerk, other) =
            (county.account(Role::Clerk).await, county.account(Role::Discipline).await);
        Self { county, keeper, _folder: folder, clerk, other }
    }

    async fn announce(&self, form: DrawForm) -> DrawId {
        self.county.done(AnnounceDraw { actor: self.clerk, form }).await.draw
    }

    async fn enter(&self, actor: AccountId, draw: DrawId, version: i64) -> Outcome {
        self.type_in(actor, (draw, version), "正月十六 晴").await
    }

    async fn type_in(
        &self,
        actor: AccountId,
        (draw, version): (DrawId, i64),
        text: &str,
    ) -> Outcome {
        self.county.try_act(EnterDraw { actor, draw, version, text: text.to_owned() }).await
    }

    async fn make(&self, draw: DrawId, version: i64) -> Outcome {
        self.county.try_act(MakeDraw { actor: self.clerk, draw, version }).await
    }

    async fn call_off(&self, draw: DrawId, version: i64, reason: &str) -> Outcome {
        let reason = reason.to_owned();
        self.county.try_act(CallOffDraw { actor: self.clerk, draw, version, reason }).await
    }

    async fn entered(&self, form: DrawForm) -> DrawId {
        let draw = self.announce(form).await;
        self.enter(self.clerk, draw, 1).await.unwrap();
        self.enter(self.other, draw, 2).await.unwrap();
        draw
    }

    async fn drawn(&self, form: DrawForm) -> DrawId {
        let draw = self.entered(form).await;
        self.keeper.sign_now().await.unwrap().unwrap();
        self.make(draw, 3).await.unwrap();
        draw
    }

    async fn lines(&self) -> Vec<DrawLine> {
        let (filter, page) = (DrawFilter::default(), Page::number(1, 10));
        self.county.acts.public_draws(&filter, DrawSort::Number, page).await.unwrap().0
    }
}

fn form() -> DrawForm {
    let text = str::to_owned;
    DrawForm {
        organ: text("QX10"),
        purpose: text("节后在岗情况"),
        cover: text("公开"),
        units: text("枫渡镇、QX40、QX30 人社局"),
        take: text("2"),
        ..DrawForm::default()
    }
}

fn sealed() -> DrawForm {
    DrawForm { cover: "暗访封存".to_owned(), ..form() }
}

#[tokio::test]
async fn a_draw_is_announced_entered_by_two_and_follows_from_the_next_checkpoint() {
    on_both_engines(async |url| {
        let office = Office::new(&url).await;
        let acts = &office.county.acts;
        let draw = office.announce(form()).await;
        let shown = acts.public_draw(draw).await.unwrap().draw;
        assert_eq!((shown.number.to_string().as_str(), shown.pool.len()), ("〔2016〕1号", 3));
        assert_eq!(key(acts.draw_file(draw).await), "not found");
        office.enter(office.clerk, draw, 1).await.unwrap();
        let second = office.enter(office.other, draw, 2).await.unwrap();
        assert_eq!((second.version, second.stage), (3, Stage::Entered));
        assert_eq!(key(office.make(draw, 3).await), "refusal-no-checkpoint-yet");
        assert!(!acts.draw(office.clerk, draw).await.unwrap().is_ready);
        office.keeper.sign_now().await.unwrap().unwrap();
        assert!(acts.draw(office.clerk, draw).await.unwrap().is_ready);
        let made = office.make(draw, 3).await.unwrap();
        assert_eq!((made.version, made.stage), (4, Stage::Drawn));
        let file = acts.draw_file(draw).await.unwrap();
        let published = Published::read(&file).unwrap();
        let key = office.keeper.log().key().clone();
        let verified = verify(&published, Some(&key)).unwrap();
        assert_eq!((verified.pool, verified.drawn.len()), (3, 2));
        let view = acts.draw(office.clerk, draw).await.unwrap();
        let drawn: Vec<_> = view.draw.drawn_units().map(|one| one.code.clone()).collect();
        assert_eq!(drawn, published.drawn);
        assert_eq!(view.proposals.len(), 2);
        assert!(view.steps.is_empty(), "what is drawn stays drawn");
    })
    .await;
}

#[tokio::test]
async fn a_later_checkpoint_changes_nothing_of_what_was_drawn() {
    on_both_engines(async |url| {
        let office = Office::new(&url).await;
        let draw = office.entered(form()).await;
        office.keeper.sign_now().await.unwrap().unwrap();
        let first = office.keeper.log().checkpoint().await.unwrap().unwrap();
        office.announce(form()).await;
        office.keeper.sign_now().await.unwrap().unwrap();
        office.make(draw, 3).await.unwrap();
        let shown = office.county.acts.public_draw(draw).await.unwrap().draw;
        assert_eq!(
            shown.checkpoint, first,
            "the first that covers both entries, never a later one"
        );
    })
    .await;
}

#[tokio::test]
async fn the_published_file_is_refused_after_any_one_change() {
    on_both_engines(async |url| {
        let office = Office::new(&url).await;
        let draw = office.drawn(form()).await;
        let file = office.county.acts.draw_file(draw).await.unwrap();
        let read = || Published::read(&file).unwrap();
        let said = |change: &dyn Fn(&mut Published)| {
            let mut draw = read();
            change(&mut draw);
            verify(&draw, None).unwrap_err().to_string()
        };
        let terms = "the terms are not those that were announced";
        assert!(said(&|draw| draw.terms.pool[0].name = "某镇".to_owned()).starts_with(terms));
        assert!(said(&|draw| draw.terms.pool.swap(0, 1)).starts_with(terms));
        assert!(said(&|draw| draw.commitment = draw.seed.clone()).starts_with(terms));
        assert!(said(&|draw| draw.seed = draw.commitment.clone()).starts_with("the seed is"));
        assert!(said(&|draw| draw.drawn.swap(0, 1)).starts_with("drawn are"));
    })
    .await;
}

#[tokio::test]
async fn one_party_alone_enters_once_and_nobody_draws_out_of_order() {
    on_both_engines(async |url| {
        let office = Office::new(&url).await;
        let draw = office.announce(form()).await;
        let colleague = office.county.open("mate", "G4", Role::Clerk, "QX10").await;
        assert_eq!(key(office.make(draw, 1).await), "refusal-out-of-order");
        office.enter(office.clerk, draw, 1).await.unwrap();
        let again = office.enter(office.clerk, draw, 2).await;
        assert_eq!(key(again), "refusal-entered-already");
        assert_eq!(key(office.enter(colleague, draw, 2).await), "refusal-same-party");
        assert_eq!(key(office.enter(office.other, draw, 1).await), "refusal-stale-version");
        let short = office.type_in(office.other, (draw, 2), "晴天").await;
        assert_eq!(key(short), "entry fault-too-short");
        let long = office.type_in(office.other, (draw, 2), &"晴".repeat(101)).await;
        assert_eq!(key(long), "entry fault-too-long");
        let secret = office.type_in(office.other, (draw, 2), "机密★三年 晴").await;
        assert_eq!(key(secret), "entry fault-state-secret");
        let liaison = office.county.account(Role::Liaison).await;
        assert_eq!(key(office.enter(liaison, draw, 2).await), "forbidden");
        office.enter(office.other, draw, 2).await.unwrap();
        let third = office.county.account(Role::Head).await;
        assert_eq!(key(office.enter(third, draw, 3).await), "refusal-out-of-order");
        let make = MakeDraw { actor: office.other, draw, version: 3 };
        assert_eq!(key(office.county.try_act(make).await), "forbidden");
    })
    .await;
}

#[tokio::test]
async fn a_draw_called_off_is_counted_in_the_file_of_the_next() {
    on_both_engines(async |url| {
        let office = Office::new(&url).await;
        let first = office.entered(form()).await;
        assert_eq!(key(office.call_off(first, 3, " ").await), "reason fault-missing");
        office.call_off(first, 3, "名单里少写了一个镇").await.unwrap();
        let second = office.drawn(form()).await;
        let file = office.county.acts.draw_file(second).await.unwrap();
        assert_eq!(Published::read(&file).unwrap().called_off, 1);
        assert_eq!(key(office.call_off(second, 4, "不满意").await), "refusal-out-of-order");
        let third = office.announce(form()).await;
        office.call_off(third, 1, "改期").await.unwrap();
        let same = office.county.acts.draw_file(second).await.unwrap();
        assert_eq!(same, file, "what is published stays as it is");
        let lines = office.lines().await;
        let stages: Vec<_> = lines.iter().map(|line| line.stage).collect();
        assert_eq!(stages, [Stage::CalledOff, Stage::Drawn, Stage::CalledOff]);
        assert_eq!(lines[0].reason, "名单里少写了一个镇");
    })
    .await;
}

/// A visit to a unit on the day of the draw.
async fn visit(office: &Office, unit: &str) {
    let form = PaperVisitForm {
        organ: "QX10".to_owned(),
        unit: unit.to_owned(),
        visited_at: "2016-02-16 08:30".to_owned(),
        manner: "暗访".to_owned(),
        observed: "窗口有人。".to_owned(),
        outcome: "无问题".to_owned(),
        told: "值班人员".to_owned(),
        team: vec!["G2、G3".to_owned()],
        ..PaperVisitForm::default()
    };
    office.county.done(FilePaperVisit { actor: office.clerk, form }).await;
}

#[tokio::test]
async fn a_sealed_draw_is_told_to_planners_alone_until_every_drawn_unit_was_visited() {
    on_both_engines(async |url| {
        let office = Office::new(&url).await;
        let acts = &office.county.acts;
        let draw = office.drawn(sealed()).await;
        let view = acts.draw(office.other, draw).await.unwrap();
        assert!(!view.is_told && view.draw.pool.is_empty() && view.draw.purpose.is_empty());
        assert!(view.proposals.is_empty() && !view.draw.commitment.is_empty());
        let planner = acts.draw(office.clerk, draw).await.unwrap();
        assert_eq!((planner.is_told, planner.is_public, planner.draw.pool.len()), (true, false, 3));
        let drawn: Vec<_> = planner.draw.drawn_units().map(|one| one.code.clone()).collect();
        visit(&office, &drawn[0]).await;
        assert!(!acts.public_draw(draw).await.unwrap().is_told);
        assert_eq!(key(acts.draw_file(draw).await), "not found");
        assert_eq!(office.lines().await[0].told, None);
        visit(&office, &drawn[1]).await;
        let shown = acts.public_draw(draw).await.unwrap();
        assert!(shown.is_told && shown.draw.pool.len() == 3);
        assert_eq!(office.lines().await[0].told.as_ref().unwrap().take, 2);
        let file = acts.draw_file(draw).await.unwrap();
        verify(&Published::read(&file).unwrap(), None).unwrap();
    })
    .await;
}

#[tokio::test]
async fn those_proposed_are_trained_and_have_no_tie_and_the_rested_come_first() {
    on_both_engines(async |url| {
        let office = Office::new(&url).await;
        visit(&office, "QX40").await;
        let all = DrawForm { take: "3".to_owned(), ..form() };
        let draw = office.drawn(all).await;
        let view = office.county.acts.draw(office.clerk, draw).await.unwrap();
        for proposal in &view.proposals {
            // Which of two goes first hangs on the units drawn before.
            let mut numbers: Vec<_> = proposal.team.iter().map(|(number, _)| &**number).collect();
            numbers.sort_unstable();
            assert!(numbers.len() == 2 && !numbers.contains(&"G4"), "trained: {numbers:?}");
            if proposal.unit.code == "QX20" {
                assert_eq!(numbers, ["G2", "G3"], "G5 has kin there");
            }
        }
        let rested = view.proposals.iter().find(|one| one.unit.code != "QX20").unwrap();
        assert!(rested.team.iter().any(|(number, _)| number == "G5"), "who went least goes first");
    })
    .await;
}

#[tokio::test]
async fn everything_drawn_is_planned_at_once_or_nothing_and_each_unit_once() {
    on_both_engines(async |url| {
        let office = Office::new(&url).await;
        let acts = &office.county.acts;
        let draw = office.drawn(form()).await;
        let seen = async || acts.draw(office.clerk, draw).await.unwrap();
        let teams: Vec<_> = seen()
            .await
            .proposals
            .iter()
            .map(|one| (one.unit.code.clone(), "G2、G3".to_owned()))
            .collect();
        let form = |teams: &[(String, String)]| DrawnVisitsForm {
            from: "2016-02-17".to_owned(),
            until: "2016-02-19".to_owned(),
            teams: teams.to_vec(),
        };
        let plan = async |request, teams: &[(String, String)]| {
            let planned = acts.plan_drawn(request, (office.clerk, draw), &form(teams)).await;
            planned.map_err(|not| (not.at, key(Err::<(), _>(not.fault))))
        };
        let mut alone = teams.clone();
        alone[1].1 = "G2".to_owned();
        let too_few = (1, "refusal-too-few-inspectors".to_owned());
        assert_eq!(plan("one", &alone).await, Err(too_few));
        assert!(seen().await.visits.is_empty(), "all or none");
        assert_eq!(plan("one", &teams).await, Ok(2));
        assert_eq!(plan("one", &teams).await, Ok(2), "sent twice is done once");
        let view = seen().await;
        assert_eq!((view.visits.len(), view.proposals.len()), (2, 0));
        let again = (0, "refusal-planned-already".to_owned());
        assert_eq!(plan("two", &teams[..1]).await, Err(again));
        let left = ["QX20", "QX30", "QX40"].map(str::to_owned);
        let left = left.into_iter().find(|code| teams.iter().all(|(drawn, _)| drawn != code));
        let other = [(left.unwrap(), "G2、G3".to_owned())];
        assert_eq!(plan("three", &other).await, Err((0, "refusal-not-drawn".to_owned())));
        let visit = view.visits[0].visit;
        let reason = "洪水封路".to_owned();
        office.county.done(CallOffVisit { actor: office.clerk, visit, version: 1, reason }).await;
        assert_eq!(seen().await.proposals.len(), 1, "what was called off is to be planned again");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_is_named_and_the_pool_may_be_all_of_a_kind() {
    on_both_engines(async |url| {
        let office = Office::new(&url).await;
        let announce = async |form| {
            let act = AnnounceDraw { actor: office.clerk, form };
            key(office.county.try_act(act).await)
        };
        let bad =
            DrawForm { organ: "QX10".to_owned(), take: "0".to_owned(), ..DrawForm::default() };
        let said = "what_for fault-missing, cover fault-missing, units fault-missing, \
                    take fault-not-a-number";
        assert_eq!(announce(bad).await, said);
        let many = DrawForm { take: "4".to_owned(), ..form() };
        assert_eq!(announce(many).await, "take fault-not-a-number");
        let own = DrawForm { units: "QX20、QX10".to_owned(), ..form() };
        assert_eq!(announce(own).await, "units fault-unknown", "nobody draws themselves");
        let actor = office.other;
        let other = office.county.try_act(AnnounceDraw { actor, form: form() }).await;
        assert_eq!(key(other), "forbidden");
        let towns = DrawForm { units: String::new(), kind: "乡镇".to_owned(), ..form() };
        let draw = office.announce(towns).await;
        let view = office.county.acts.draw(office.clerk, draw).await.unwrap();
        let codes: Vec<_> = view.draw.pool.iter().map(|one| &*one.code).collect();
        assert_eq!(codes, ["QX20", "QX40"]);
        assert_eq!(view.steps, [Step::Enter, Step::CallOff]);
        let liaison = office.county.account(Role::Liaison).await;
        assert_eq!(key(office.county.acts.draw(liaison, draw).await), "not found");
    })
    .await;
}
