//! The questions of tolerance: since the rule that asks them no notice goes out before each is answered, and whoever
//! is given notice reads the answers; before it nothing is asked.

use jiff::Timestamp;
use jiff::civil::date;
use qz_acts::ActError;
use qz_acts::accountability::{DropAccountability, DropForm, GiveNotice, NoticeForm};
use qz_acts::log::{Options, verify_store};
use qz_acts::matter::PaperForm;
use qz_domain::accountability::Tolerance;
use qz_domain::id::{AccountabilityId, FindingId};
use qz_testkit::county::county_at;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key, on, texts};

/// A working day of 2026.
const NOW: Timestamp = Timestamp::constant(1_795_395_600, 0);

const ANSWERED: [(&str, &str); 3] =
    [("都不是", ""), ("bars", "早有明令，班前也讲过。"), ("excuses", "为赶转移群众，没有顾上。")];

async fn notice(
    matter: &Matter,
    finding: FindingId,
    (answers, paper): (&[(&str, &str)], PaperForm),
) -> Result<AccountabilityId, ActError> {
    let given = |(said, why): &(&str, &str)| ((*said).to_owned(), (*why).to_owned());
    let ground = if paper.day.is_empty() { "accountability_2019_7" } else { "leaders_2009_5" };
    let form = NoticeForm {
        person: "G6".to_owned(),
        conduct: "未落实值班安排。".to_owned(),
        ground: ground.to_owned(),
        measure: "circulated_criticism".to_owned(),
        tolerance: answers.iter().map(given).collect(),
        paper,
        ..NoticeForm::default()
    };
    let act = GiveNotice { actor: matter.proposer, finding, form };
    matter.county.try_act(act).await.map(|made| made.accountability)
}

#[tokio::test]
async fn no_notice_goes_out_before_every_question_is_answered_with_its_reason() {
    on_both_engines(async |url| {
        let matter = Matter::in_county(county_at(&url, NOW).await).await;
        let finding = matter.verified().await;
        let today = PaperForm::default;
        let none = notice(&matter, finding, (&[], today())).await;
        let all = "tolerance.1 fault-missing, tolerance.2 fault-missing, tolerance.3 fault-missing";
        assert_eq!(key(none), all);
        let mut bare = ANSWERED;
        bare[1].1 = "";
        let bare = notice(&matter, finding, (&bare, today())).await;
        assert_eq!(key(bare), "tolerance_because.2 fault-missing");
        let held = notice(&matter, finding, (&ANSWERED, today())).await.unwrap();
        let seen = matter.county.acts.accountability(matter.mayor, held).await.unwrap().tolerance;
        let answers: Vec<_> = seen.iter().map(|one| (&*one.question, one.answer)).collect();
        let expected = [
            ("experience", Tolerance::Neither),
            ("limits", Tolerance::Bars),
            ("purpose", Tolerance::Excuses),
        ];
        assert_eq!(answers, expected, "whoever it is about reads every answer");
        assert_eq!(seen[2].because, "为赶转移群众，没有顾上。");
        let excused = async || {
            let days = (date(2026, 1, 1), date(2026, 12, 31));
            matter.county.acts.matter_figures(days, None).await.unwrap().excused
        };
        assert_eq!(excused().await, 0);
        matter.answer(held).await.unwrap();
        let form = DropForm {
            panel: texts(&["G10", "G11", "G12"]),
            because: "为赶转移群众，予以容错。".to_owned(),
            paper: today(),
        };
        let (actor, accountability) = (matter.chair, held);
        matter.county.done(DropAccountability { actor, accountability, version: 2, form }).await;
        assert_eq!(excused().await, 1, "it is counted beside the decisions");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn under_a_law_that_asks_nothing_nothing_is_taken() {
    on_both_engines(async |url| {
        let matter = Matter::in_county(county_at(&url, NOW).await).await;
        let finding = matter.verified().await;
        let early = notice(&matter, finding, (&ANSWERED, on("03"))).await;
        assert_eq!(key(early), "tolerance fault-too-many", "the law of the paper's day counts");
        let held = notice(&matter, finding, (&[], on("03"))).await.unwrap();
        let view = matter.county.acts.accountability(matter.mayor, held).await.unwrap();
        assert!(view.tolerance.is_empty());
    })
    .await;
}
