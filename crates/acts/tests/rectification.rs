//! Rectifications on both engines: from the order to the revisit, and every refusal by its key.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::date;
use qz_acts::ActError;
use qz_acts::finding::{AdjudicateFinding, AdjudicationForm};
use qz_acts::matter::PaperForm;
use qz_acts::rectification::public::Told;
use qz_acts::rectification::view::{
    RectificationFilter, RectificationSort, RectificationView, Source,
};
use qz_acts::rectification::{
    AnswerExtension, AskExtension, CheckForm, CheckRectification, ClaimRectification, OrderForm,
    OrderRectification, PlanRectification, RectificationChanged, TakeUpPromise,
};
use qz_domain::bulletin::Step as BulletinStep;
use qz_domain::id::{AccountId, BulletinId, FindingId, RectificationId};
use qz_domain::instant;
use qz_domain::rectification::{Extension, Lamp, Outcome, Stage, Step};
use qz_domain::role::Role;
use qz_domain::term::Due;
use qz_store::StoreUrl;
use qz_testkit::county::county_at;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key};

type Changed = Result<RectificationChanged, ActError>;

/// A matter of 枫渡镇 in a county whose clock stands at the end of 2016.
struct Town {
    matter: Matter,
    /// G7 of the town.
    liaison: AccountId,
}

fn on(day: &str) -> PaperForm {
    PaperForm { number: format!("改-{day}"), day: format!("2016-{day}"), ..PaperForm::default() }
}

fn by(person: &str, day: &str) -> PaperForm {
    PaperForm { by: person.to_owned(), ..on(day) }
}

impl Town {
    async fn of(url: &StoreUrl) -> Self {
        let at = instant::instant(date(2016, 12, 1).at(9, 0, 0, 0)).unwrap();
        let matter = Matter::in_county(county_at(url, at).await).await;
        let liaison = matter.county.account(Role::Liaison).await;
        Self { matter, liaison }
    }

    /// Borne out on 22 February 2016; G6 let the days for a statement pass.
    async fn upheld(&self) -> FindingId {
        let Matter { proposer, adjudicator, .. } = self.matter;
        let finding = self.matter.verified().await;
        self.matter.notify(proposer, finding, ("G6", "circulated_criticism")).await.unwrap();
        let form = AdjudicationForm {
            outcome: "属实".to_owned(),
            ground: "leaders_2009_5".to_owned(),
            reason: "值班无人检查。".to_owned(),
            paper: on("02-22"),
        };
        let act = AdjudicateFinding { actor: adjudicator, finding, version: 3, form };
        self.matter.county.done(act).await;
        finding
    }

    async fn try_order(
        &self,
        actor: AccountId,
        finding: FindingId,
        (due, paper): (&str, PaperForm),
    ) -> Result<RectificationId, ActError> {
        let form = OrderForm {
            item: "值班室半小时无人。".to_owned(),
            standard: "值班表与在岗记录逐日相符。".to_owned(),
            due: due.to_owned(),
            paper,
        };
        let act = OrderRectification { actor, finding, form };
        self.matter.county.try_act(act).await.map(|made| made.rectification)
    }

    /// Ordered on 22 February 2016 by G15.
    async fn ordered(&self) -> RectificationId {
        let finding = self.upheld().await;
        self.try_order(self.matter.proposer, finding, ("", on("02-22"))).await.unwrap()
    }

    async fn plan(&self, id: RectificationId, version: i64, paper: PaperForm) -> Changed {
        let (actor, plan) = (self.liaison, "分管副镇长每日点名。".to_owned());
        let act = PlanRectification { actor, rectification: id, version, plan, paper };
        self.matter.county.try_act(act).await
    }

    async fn ask(
        &self,
        id: RectificationId,
        version: i64,
        (until, paper): (&str, PaperForm),
    ) -> Changed {
        let (until, reason) = (until.to_owned(), "新值班系统月底才到货。".to_owned());
        let actor = self.liaison;
        let act = AskExtension { actor, rectification: id, version, until, reason, paper };
        self.matter.county.try_act(act).await
    }

    async fn answer(
        &self,
        actor: AccountId,
        id: RectificationId,
        (version, granted): (i64, bool),
        paper: PaperForm,
    ) -> Changed {
        let granted = if granted { "yes" } else { "no" }.to_owned();
        let act = AnswerExtension { actor, rectification: id, version, granted, paper };
        self.matter.county.try_act(act).await
    }

    async fn claim(&self, id: RectificationId, version: i64, paper: PaperForm) -> Changed {
        let (actor, claim) = (self.matter.mayor, "两周在岗记录齐全。".to_owned());
        let act = ClaimRectification { actor, rectification: id, version, claim, paper };
        self.matter.county.try_act(act).await
    }

    async fn check(
        &self,
        actor: AccountId,
        id: RectificationId,
        (version, passed): (i64, &str),
        paper: PaperForm,
    ) -> Changed {
        self.look(actor, id, (version, passed, false), paper).await
    }

    async fn look(
        &self,
        actor: AccountId,
        id: RectificationId,
        (version, passed, is_revisit): (i64, &str, bool),
        paper: PaperForm,
    ) -> Changed {
        let form = CheckForm {
            passed: passed.to_owned(),
            result: "抽查三个夜班。".to_owned(),
            affected: "来办事的村民说，晚上有人接待。".to_owned(),
            paper,
        };
        let act = CheckRectification { actor, rectification: id, version, is_revisit, form };
        self.matter.county.try_act(act).await
    }

    async fn view(&self, actor: AccountId, id: RectificationId) -> RectificationView {
        self.matter.county.acts.rectification(actor, id).await.unwrap()
    }

    /// Claimed on 15 March 2016.
    async fn claimed(&self) -> RectificationId {
        let id = self.ordered().await;
        self.plan(id, 1, on("02-26")).await.unwrap();
        self.claim(id, 2, on("03-15")).await.unwrap();
        id
    }
}

#[tokio::test]
async fn a_finding_is_put_right_with_one_extension_one_return_and_a_revisit() {
    on_both_engines(async |url| {
        let town = Town::of(&url).await;
        let Matter { clerk, proposer, screener, mayor, .. } = town.matter;
        let id = town.ordered().await;
        let view = town.view(town.liaison, id).await;
        let one = &view.line.rectification;
        assert_eq!(one.plan_due.due, Due::Fixed(date(2016, 2, 29)), "five working days");
        assert_eq!(one.due.due, Due::Fixed(date(2016, 3, 23)), "thirty days");
        assert!(matches!(view.source, Source::Finding(..)));
        assert_eq!((view.line.lamp, view.steps), (Lamp::Overdue, vec![Step::Plan]));
        town.plan(id, 1, on("02-26")).await.unwrap();
        town.ask(id, 2, ("2016-04-06", on("03-20"))).await.unwrap();
        town.answer(proposer, id, (3, true), on("03-21")).await.unwrap();
        let view = town.view(mayor, id).await;
        assert_eq!(view.line.rectification.extension, Extension::Granted);
        assert_eq!(view.line.rectification.due.due, Due::Fixed(date(2016, 4, 6)));
        town.claim(id, 4, on("04-01")).await.unwrap();
        let due = town.view(clerk, id).await.line.rectification.recheck_due.unwrap().due;
        assert_eq!(due, Due::Fixed(date(2016, 4, 18)), "ten working days, 4 April is a holiday");
        let returned = town.check(screener, id, (5, "no"), on("04-05")).await.unwrap();
        assert_eq!(returned.stage, Stage::Returned);
        town.claim(id, 6, on("04-06")).await.unwrap();
        let closed = town.check(clerk, id, (7, "yes"), on("04-08")).await.unwrap();
        assert_eq!(closed.stage, Stage::Closed);
        let early = town.look(clerk, id, (8, "yes", true), on("07-06")).await;
        assert_eq!(key(early), "refusal-revisit-too-early");
        let lasting = town.look(clerk, id, (8, "yes", true), on("07-07")).await.unwrap();
        assert_eq!(lasting.stage, Stage::Lasting);
        let view = town.view(mayor, id).await;
        assert_eq!(view.line.lamp, Lamp::InTime, "the last claim was within the longer term");
        let found: Vec<_> = view.checks.iter().map(|check| check.outcome).collect();
        assert_eq!(found, [Outcome::Return, Outcome::Close, Outcome::Lasts]);
        assert_eq!((view.timeline.len(), view.steps.len()), (9, 0));
        let told = town.matter.county.acts.told_rectifications().await.unwrap();
        assert_eq!(told.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_closes_what_they_ordered_planned_or_belong_to_and_keying_counts() {
    on_both_engines(async |url| {
        let town = Town::of(&url).await;
        let Matter { clerk, proposer, screener, mayor, .. } = town.matter;
        let county = &town.matter.county;
        let id = town.claimed().await;
        let day = || on("03-18");
        assert_eq!(key(town.check(proposer, id, (3, "yes"), day()).await), "refusal-took-part");
        let keyed = town.check(screener, id, (3, "yes"), by("G15", "03-18")).await;
        assert_eq!(key(keyed), "refusal-took-part", "who ordered it acts on paper");
        let keyed = town.check(proposer, id, (3, "yes"), by("G13", "03-18")).await;
        assert_eq!(key(keyed), "refusal-took-part", "who ordered it keys it");
        let own = town.check(clerk, id, (3, "yes"), by("G8", "03-18")).await;
        assert_eq!(key(own), "refusal-belongs-to-unit", "a station below the town");
        let kin = county.open("kin", "G5", Role::Clerk, "QX10").await;
        assert_eq!(key(town.check(kin, id, (3, "yes"), day()).await), "refusal-kin-in-unit");
        assert_eq!(key(town.check(mayor, id, (3, "yes"), day()).await), "forbidden");
        assert_eq!(key(town.check(clerk, id, (2, "yes"), day()).await), "refusal-stale-version");
        assert_eq!(
            key(town.check(clerk, id, (3, "perhaps"), day()).await),
            "passed fault-not-one-of"
        );
        let before = town.check(clerk, id, (3, "yes"), on("03-14")).await;
        assert_eq!(key(before), "refusal-day-before");
        town.check(clerk, id, (3, "yes"), day()).await.unwrap();
        let again = town.check(clerk, id, (4, "yes"), day()).await;
        assert_eq!(key(again), "refusal-out-of-order");
        let own = town.look(clerk, id, (4, "yes", true), by("G8", "07-01")).await;
        assert_eq!(key(own), "refusal-belongs-to-unit");
        let reopened = town.look(clerk, id, (4, "no", true), on("07-01")).await.unwrap();
        assert_eq!(reopened.stage, Stage::Reopened);
        let told = county.acts.told_rectifications().await.unwrap();
        assert!(Told::Reopened.holds(&told[0]) && !Told::Closed.holds(&told[0]));
        let one = town.view(mayor, id).await.line.rectification;
        assert_eq!(one.due.due, Due::Fixed(date(2016, 8, 1)), "the terms begin again");
        town.plan(id, 5, on("07-05")).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_lacks_something_for_the_third_time_is_escalated_and_leaders_see_it() {
    on_both_engines(async |url| {
        let town = Town::of(&url).await;
        let clerk = town.matter.clerk;
        let id = town.claimed().await;
        let leader = town.matter.county.open("leader", "G4", Role::CountyLeader, "QX10").await;
        let acts = &town.matter.county.acts;
        let all = RectificationFilter::default();
        let seen =
            async || acts.rectifications(leader, &all, RectificationSort::Due).await.unwrap().len();
        assert_eq!(seen().await, 0);
        for (version, stage) in [(3, Stage::Returned), (5, Stage::Returned), (7, Stage::Escalated)]
        {
            let back = town.check(clerk, id, (version, "no"), on("03-18")).await.unwrap();
            assert_eq!(back.stage, stage);
            if stage == Stage::Returned {
                town.claim(id, version + 1, on("03-18")).await.unwrap();
            }
        }
        assert_eq!(seen().await, 1);
        let pressing = async |day| {
            let in_work = acts.brief(day).await.unwrap().in_work;
            let ours = in_work.into_iter().filter(|(kind, ..)| kind == "rectification");
            ours.map(|(_, stage, count)| (stage, count)).collect::<Vec<_>>()
        };
        let one = |stage: &str| (stage.to_owned(), 1);
        assert_eq!(pressing(date(2016, 3, 23)).await, [one("escalated")]);
        assert_eq!(pressing(date(2016, 3, 24)).await, [one("escalated"), one("late")]);
        town.claim(id, 8, on("03-30")).await.unwrap();
        town.check(clerk, id, (9, "yes"), on("04-01")).await.unwrap();
        assert_eq!(seen().await, 0);
        assert_eq!(town.view(clerk, id).await.line.lamp, Lamp::Late);
    })
    .await;
}

#[tokio::test]
async fn only_what_is_borne_out_is_ordered_and_within_the_term() {
    on_both_engines(async |url| {
        let town = Town::of(&url).await;
        let Matter { proposer, mayor, .. } = town.matter;
        let verified = town.matter.verified().await;
        let order =
            async |actor, finding, due| town.try_order(actor, finding, (due, on("02-22"))).await;
        assert_eq!(key(order(proposer, verified, "").await), "refusal-not-upheld");
        let finding = town.upheld().await;
        assert_eq!(key(order(mayor, finding, "").await), "forbidden");
        assert_eq!(key(order(town.matter.clerk, finding, "").await), "forbidden");
        let late = order(proposer, finding, "2016-03-24").await;
        assert_eq!(key(late), "rectify_by fault-outside-days");
        assert_eq!(key(order(proposer, finding, "soon").await), "rectify_by fault-not-a-day");
        let form = OrderForm {
            standard: "有标准。".to_owned(),
            paper: on("02-22"),
            ..OrderForm::default()
        };
        let bare = OrderRectification { actor: proposer, finding, form };
        assert_eq!(key(town.matter.county.try_act(bare).await), "item fault-missing");
        let id = order(proposer, finding, "2016-03-10").await.unwrap();
        let due = town.view(mayor, id).await.line.rectification.due.due;
        assert_eq!(due, Due::Fixed(date(2016, 3, 10)));
        let found = town.matter.county.acts.rectifications_of_finding(finding).await.unwrap();
        assert_eq!(found.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_unit_speaks_through_its_own_people_and_asks_for_more_time_once() {
    on_both_engines(async |url| {
        let town = Town::of(&url).await;
        let Matter { proposer, screener, clerk, .. } = town.matter;
        let id = town.ordered().await;
        let stranger = town.plan(id, 1, by("G1", "02-23")).await;
        assert_eq!(key(stranger), "refusal-not-speaker");
        assert_eq!(key(town.claim(id, 1, on("02-23")).await), "refusal-out-of-order");
        town.plan(id, 1, by("G6", "02-23")).await.unwrap();
        assert_eq!(key(town.plan(id, 2, on("02-23")).await), "refusal-out-of-order");
        let none = town.answer(proposer, id, (2, true), on("03-01")).await;
        assert_eq!(key(none), "refusal-nothing-asked");
        let late = town.ask(id, 2, ("2016-03-30", on("03-24"))).await;
        assert_eq!(key(late), "refusal-extension-late");
        let far = town.ask(id, 2, ("2016-04-08", on("03-20"))).await;
        assert_eq!(key(far), "until fault-outside-days", "fifteen days, no more");
        town.ask(id, 2, ("2016-04-01", on("03-20"))).await.unwrap();
        assert_eq!(key(town.answer(clerk, id, (3, true), on("03-21")).await), "forbidden");
        for (person, refusal) in [("G8", "refusal-belongs-to-unit"), ("G5", "refusal-kin-in-unit")]
        {
            let tied = town.answer(screener, id, (3, true), by(person, "03-21")).await;
            assert_eq!(key(tied), refusal, "who is tied to it gives it no time");
        }
        town.answer(screener, id, (3, false), on("03-21")).await.unwrap();
        let one = town.view(town.liaison, id).await.line.rectification;
        assert_eq!(
            (one.extension, one.due.due),
            (Extension::Denied, Due::Fixed(date(2016, 3, 23)))
        );
        let twice = town.ask(id, 4, ("2016-04-01", on("03-22"))).await;
        assert_eq!(key(twice), "refusal-extension-used");
    })
    .await;
}

/// A published self-requested bulletin of G10.
async fn published(town: &Town) -> BulletinId {
    let matter = &town.matter;
    let bulletin = matter.drafted(matter.own()).await.unwrap();
    let other = matter.county.open("xun2", "G11", Role::Discipline, "QX50").await;
    let steps = [
        (matter.verifier, BulletinStep::Check),
        (matter.adjudicator, BulletinStep::Review),
        (matter.proposer, BulletinStep::Countersign),
        (matter.chair, BulletinStep::Sign),
        (other, BulletinStep::Publish),
    ];
    for ((actor, step), version) in steps.into_iter().zip(1..) {
        matter.advance(actor, bulletin, (step, version)).await.unwrap();
    }
    bulletin
}

#[tokio::test]
async fn a_promise_is_taken_up_once_and_nobody_of_the_unit_closes_it() {
    on_both_engines(async |url| {
        let town = Town::of(&url).await;
        let Matter { clerk, chair, screener, proposer, .. } = town.matter;
        let draft = town.matter.drafted(town.matter.own()).await.unwrap();
        let take = async |actor, bulletin, place| {
            let act = TakeUpPromise { actor, bulletin, place, paper: PaperForm::default() };
            town.matter.county.try_act(act).await.map(|made| made.rectification)
        };
        assert_eq!(key(take(screener, draft, 1).await), "forbidden", "it is not published");
        let bulletin = published(&town).await;
        assert_eq!(key(take(clerk, bulletin, 1).await), "forbidden");
        assert_eq!(key(take(screener, bulletin, 2).await), "refusal-no-promise");
        let id = take(screener, bulletin, 1).await.unwrap();
        assert_eq!(key(take(screener, bulletin, 1).await), "refusal-taken-up");
        let view = town.view(chair, id).await;
        assert_eq!(view.line.rectification.item, "每周检查一次值班");
        assert_eq!(view.line.rectification.due.due, Due::Fixed(date(2016, 3, 31)), "as promised");
        let (plan, paper) = ("每周五下班前检查。".to_owned(), PaperForm::default());
        let act = PlanRectification { actor: chair, rectification: id, version: 1, plan, paper };
        town.matter.county.done(act).await;
        let (claim, paper) = ("检查记录已归档。".to_owned(), PaperForm::default());
        let act = ClaimRectification { actor: chair, rectification: id, version: 2, claim, paper };
        town.matter.county.done(act).await;
        let own = town.check(proposer, id, (3, "yes"), PaperForm::default()).await;
        assert_eq!(key(own), "refusal-belongs-to-unit", "the organ is the unit here");
        town.check(clerk, id, (3, "yes"), PaperForm::default()).await.unwrap();
        let kept = town.matter.county.acts.promises_kept(bulletin).await.unwrap();
        assert_eq!((kept[0].0.promise(), kept[0].1.is_none()), (Some(1), true));
        assert_eq!(kept[0].0.lamp, Lamp::Late);
    })
    .await;
}
