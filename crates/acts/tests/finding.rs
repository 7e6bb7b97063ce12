//! The four ways of screening, more time to verify and the transfer, on both engines.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::{Date, date};
use qz_acts::ActError;
use qz_acts::finding::{
    AnswerProlonging, FileReply, FindingChanged, ProlongVerification, ScreenFinding, ScreeningForm,
    TransferFinding, TransferForm,
};
use qz_acts::matter::PaperForm;
use qz_domain::finding::Stage;
use qz_domain::id::{AccountId, FindingId};
use qz_domain::instant;
use qz_domain::rectification::Extension;
use qz_store::StoreUrl;
use qz_testkit::county::county_at;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key};

type Changed = Result<FindingChanged, ActError>;

/// A finding of 1 February 2016 in a county whose clock stands at the end of that year.
struct One {
    matter: Matter,
    finding: FindingId,
}

fn on(day: &str) -> PaperForm {
    PaperForm { number: format!("线-{day}"), day: format!("2016-{day}"), ..PaperForm::default() }
}

impl One {
    async fn of(url: &StoreUrl) -> Self {
        let at = instant::instant(date(2016, 12, 1).at(9, 0, 0, 0)).unwrap();
        let matter = Matter::in_county(county_at(url, at).await).await;
        let finding = matter.registered().await;
        Self { matter, finding }
    }

    async fn screen(&self, version: i64, outcome: &str, day: &str) -> Changed {
        let form = ScreeningForm {
            outcome: outcome.to_owned(),
            reason: "先听本人怎么说。".to_owned(),
            asked: "郗怀朴".to_owned(),
            inquiry: "请值班副镇长说明当日去向。".to_owned(),
            paper: on(day),
        };
        let (actor, finding) = (self.matter.screener, self.finding);
        self.matter.county.try_act(ScreenFinding { actor, finding, version, form }).await
    }

    async fn reply(&self, version: i64, day: &str) -> Changed {
        let (actor, finding) = (self.matter.screener, self.finding);
        let (reply, paper) = ("当日下村，忘了报备。".to_owned(), on(day));
        let act = FileReply { actor, finding, version, reply, paper };
        self.matter.county.try_act(act).await
    }

    async fn prolong(&self, version: i64, day: &str) -> Changed {
        let (actor, finding) = (self.matter.verifier, self.finding);
        let (reason, paper) = ("两名证人外出。".to_owned(), on(day));
        let act = ProlongVerification { actor, finding, version, reason, paper };
        self.matter.county.try_act(act).await
    }

    async fn answer(&self, (version, granted): (i64, &str), paper: PaperForm) -> Changed {
        let (actor, finding) = (self.matter.chair, self.finding);
        let granted = granted.to_owned();
        let act = AnswerProlonging { actor, finding, version, granted, paper };
        self.matter.county.try_act(act).await
    }

    async fn transfer(&self, actor: AccountId, version: i64, received: &str) -> Changed {
        let form = TransferForm {
            organ: "邻县检察院".to_owned(),
            number: "收〔2016〕7号".to_owned(),
            day: received.to_owned(),
            reason: "涉嫌职务犯罪。".to_owned(),
            paper: on("02-20"),
        };
        let act = TransferFinding { actor, finding: self.finding, version, form };
        self.matter.county.try_act(act).await
    }

    async fn due(&self) -> Option<Date> {
        let acts = &self.matter.county.acts;
        let view = acts.finding(self.matter.screener, self.finding).await.unwrap();
        view.finding.term.map(|term| term.due.earliest())
    }
}

#[tokio::test]
async fn an_answer_is_waited_for_and_feeds_a_verification() {
    on_both_engines(async |url| {
        let one = One::of(&url).await;
        let unknown = ScreeningForm {
            outcome: "谈话函询".to_owned(),
            reason: "先听本人怎么说。".to_owned(),
            asked: "查无此人".to_owned(),
            ..ScreeningForm::default()
        };
        let (actor, finding) = (one.matter.screener, one.finding);
        let act = ScreenFinding { actor, finding, version: 1, form: unknown };
        let said = key(one.matter.county.try_act(act).await);
        assert_eq!(said, "asked fault-unknown, inquiry fault-missing");
        assert_eq!(one.screen(1, "谈话函询", "02-01").await.unwrap().stage, Stage::Asked);
        let view = one.matter.county.acts.finding(one.matter.screener, one.finding).await.unwrap();
        assert_eq!(view.asked.unwrap().number, "G6");
        // Fifteen workdays, with the week of the Spring Festival between.
        assert_eq!(one.due().await, Some(date(2016, 2, 25)));
        assert_eq!(key(one.screen(2, "核实", "02-25").await), "refusal-reply-pending");
        assert_eq!(key(one.screen(2, "了结", "02-25").await), "refusal-out-of-order");
        assert_eq!(one.reply(2, "02-20").await.unwrap().stage, Stage::Replied);
        assert_eq!(one.screen(3, "核实", "02-22").await.unwrap().stage, Stage::Verifying);
    })
    .await;
}

#[tokio::test]
async fn without_an_answer_in_time_it_is_verified_all_the_same() {
    on_both_engines(async |url| {
        let one = One::of(&url).await;
        one.screen(1, "谈话函询", "02-01").await.unwrap();
        assert_eq!(one.screen(2, "核实", "03-01").await.unwrap().stage, Stage::Verifying);
        assert_eq!(key(one.reply(3, "03-02").await), "refusal-out-of-order");
    })
    .await;
}

#[tokio::test]
async fn what_is_held_is_looked_at_again_after_half_a_year_and_held_on_verified_or_closed() {
    on_both_engines(async |url| {
        let one = One::of(&url).await;
        assert_eq!(one.screen(1, "暂存", "02-01").await.unwrap().stage, Stage::Held);
        assert_eq!(one.due().await, Some(date(2016, 8, 1)));
        assert_eq!(one.screen(2, "暂存", "07-20").await.unwrap().stage, Stage::Held);
        assert_eq!(one.due().await, Some(date(2017, 1, 20)));
        assert_eq!(one.screen(3, "核实", "11-01").await.unwrap().stage, Stage::Verifying);
    })
    .await;
}

#[tokio::test]
async fn more_time_is_asked_for_once_in_time_and_granted_by_another() {
    on_both_engines(async |url| {
        let one = One::of(&url).await;
        one.screen(1, "核实", "02-01").await.unwrap();
        assert_eq!(one.due().await, Some(date(2016, 3, 2)));
        let nobody = one.answer((2, "yes"), on("02-20")).await;
        assert_eq!(key(nobody), "refusal-no-prolonging-asked");
        assert_eq!(key(one.prolong(2, "03-03").await), "refusal-prolonged-late");
        one.prolong(2, "02-29").await.unwrap();
        assert_eq!(one.due().await, Some(date(2016, 3, 2)), "asking moves nothing");
        let own = PaperForm { by: "G14".to_owned(), ..on("03-01") };
        assert_eq!(key(one.answer((3, "yes"), own).await), "refusal-took-part");
        one.answer((3, "yes"), on("03-01")).await.unwrap();
        assert_eq!(one.due().await, Some(date(2016, 3, 17)));
        assert_eq!(key(one.prolong(4, "03-02").await), "refusal-prolonged-before");
        let acts = &one.matter.county.acts;
        let view = acts.finding(one.matter.chair, one.finding).await.unwrap();
        assert_eq!(view.finding.extension, Extension::Granted);
    })
    .await;
}

#[tokio::test]
async fn the_head_transfers_with_a_receipt_until_somebody_was_given_notice() {
    on_both_engines(async |url| {
        let one = One::of(&url).await;
        let (head, officer) = (one.matter.chair, one.matter.screener);
        assert_eq!(key(one.transfer(officer, 1, "2016-02-19").await), "forbidden");
        assert_eq!(key(one.transfer(head, 1, "2016-02-21").await), "refusal-day-ahead");
        assert_eq!(key(one.transfer(head, 1, "").await), "receipt_on fault-missing");
        assert_eq!(one.transfer(head, 1, "2016-02-19").await.unwrap().stage, Stage::Transferred);
        assert_eq!(one.due().await, None);
        assert_eq!(key(one.screen(2, "核实", "02-21").await), "refusal-out-of-order");
    })
    .await;
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let finding = matter.verified().await;
        let notice = ("", "circulated_criticism");
        matter.notify(matter.proposer, finding, notice).await.unwrap();
        let one = One { matter, finding };
        let told = one.transfer(one.matter.chair, 3, "2016-02-19").await;
        assert_eq!(key(told), "refusal-notice-given");
    })
    .await;
}
