//! Campaigns on both engines: the plan from its draft to the one that takes its place; every refusal.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::date;
use qz_acts::ActError;
use qz_acts::campaign::public::{CampaignFilter, CampaignSort, Page};
use qz_acts::campaign::{
    CallOffCampaign, CampaignChanged, CampaignForm, DraftCampaign, DutyForm, EditCampaign,
    IssueCampaign, PhaseForm,
};
use qz_acts::matter::PaperForm;
use qz_domain::campaign::{Progress, Stage, Step};
use qz_domain::id::{AccountId, CampaignId};
use qz_domain::role::Role;
use qz_store::{Store, StoreUrl, campaign};
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;

/// The commission QX50, whose G13 drafts, and G11, who issues for the county committee.
struct Lead {
    county: County,
    drafter: AccountId,
    signer: AccountId,
}

type Outcome = Result<CampaignChanged, ActError>;

impl Lead {
    async fn of(url: &StoreUrl) -> Self {
        let county = county(url).await;
        let drafter = county.account(Role::Discipline).await;
        let signer = county.open("signer", "G11", Role::FirstSecretary, "QX").await;
        Self { county, drafter, signer }
    }

    async fn drafted(&self, form: CampaignForm) -> CampaignId {
        let act = DraftCampaign { actor: self.drafter, form };
        self.county.done(act).await.campaign
    }

    async fn draft(&self, form: CampaignForm) -> String {
        let act = DraftCampaign { actor: self.drafter, form };
        key(self.county.try_act(act).await)
    }

    async fn edit(&self, campaign: CampaignId, version: i64, form: CampaignForm) -> Outcome {
        let actor = self.drafter;
        self.county.try_act(EditCampaign { actor, campaign, version, form }).await
    }

    async fn issue(&self, campaign: CampaignId, version: i64, paper: PaperForm) -> Outcome {
        let (actor, doc_number) = (self.signer, "千办〔2016〕3号".to_owned());
        let act = IssueCampaign { actor, campaign, version, doc_number, paper };
        self.county.try_act(act).await
    }

    async fn issued(&self, form: CampaignForm) -> CampaignId {
        let campaign = self.drafted(form).await;
        self.issue(campaign, 1, PaperForm::default()).await.unwrap();
        campaign
    }

    async fn call_off(&self, campaign: CampaignId, version: i64, reason: &str) -> Outcome {
        let (actor, reason) = (self.drafter, reason.to_owned());
        let paper = PaperForm::default();
        self.county.try_act(CallOffCampaign { actor, campaign, version, reason, paper }).await
    }
}

fn duty(unit: &str, text: &str, due: &str) -> DutyForm {
    DutyForm { unit: unit.to_owned(), text: text.to_owned(), due: due.to_owned() }
}

fn phase(title: &str, starts: &str, ends: &str) -> PhaseForm {
    PhaseForm { title: title.to_owned(), starts: starts.to_owned(), ends: ends.to_owned() }
}

fn form() -> CampaignForm {
    let text = str::to_owned;
    CampaignForm {
        organ: text("QX50"),
        title: text("窗口作风专项"),
        purpose: text("让办事的人少等。"),
        body: text("## 怎样做\n今年走访[[visits]]次，看[统计](/statistics)。"),
        starts: text("2016-02-01"),
        ends: text("2016-12-31"),
        report_days: text("5"),
        phases: vec![
            phase("动员部署", "2016-02-01", "2016-03-31"),
            phase("集中整治", "2016-04-01", "2016-11-30"),
        ],
        duties: vec![
            duty("QX20 枫渡镇", "窗口延时半小时", "2016-03-31"),
            duty("QX50", "每月明察暗访", ""),
            DutyForm::default(),
            duty("枫渡镇", "公开办事流程", ""),
        ],
        ..CampaignForm::default()
    }
}

fn on_paper(by: &str) -> PaperForm {
    let (number, day) = ("千办1".to_owned(), "2016-02-16".to_owned());
    PaperForm { number, day, by: by.to_owned(), hash: String::new() }
}

#[tokio::test]
async fn a_plan_is_drafted_edited_issued_and_read_by_anybody() {
    on_both_engines(async |url| {
        let lead = Lead::of(&url).await;
        let acts = &lead.county.acts;
        let campaign = lead.drafted(form()).await;
        assert_eq!(key(acts.public_campaign(campaign).await), "not found");
        let same = key(lead.edit(campaign, 1, form()).await);
        assert_eq!(same, "refusal-nothing-changed");
        let mut other = form();
        other.phases.push(phase("总结巩固", "2016-12-01", "2016-12-31"));
        other.duties.remove(1);
        lead.edit(campaign, 1, other.clone()).await.unwrap();
        assert_eq!(key(lead.edit(campaign, 1, form()).await), "refusal-stale-version");
        let changed = lead.issue(campaign, 2, PaperForm::default()).await.unwrap();
        assert_eq!((changed.version, changed.stage), (3, Stage::Issued));
        let read = acts.public_campaign(campaign).await.unwrap();
        let names: Vec<_> = read.units.iter().map(|unit| &*unit.name).collect();
        assert_eq!(names, ["枫渡镇"], "a unit with two duties takes part once");
        assert_eq!((read.campaign.phases.len(), read.campaign.duties.len()), (3, 2));
        assert_eq!(read.campaign.doc_number, "千办〔2016〕3号");
        assert_eq!(read.campaign.progress(date(2016, 2, 16)), Progress::Running);
        assert_eq!(key(lead.edit(campaign, 3, form()).await), "refusal-out-of-order");
        assert_eq!(key(lead.call_off(campaign, 3, "不办了").await), "refusal-out-of-order");
        let again = lead.issue(campaign, 3, PaperForm::default()).await;
        assert_eq!(key(again), "refusal-out-of-order");
    })
    .await;
}

#[tokio::test]
async fn who_drafted_it_or_keyed_the_draft_does_not_issue_it() {
    on_both_engines(async |url| {
        let lead = Lead::of(&url).await;
        // G11 drafted it on paper, which G13 keyed.
        let campaign = lead.drafted(CampaignForm { paper: on_paper("G11"), ..form() }).await;
        let issue = async |paper| key(lead.issue(campaign, 1, paper).await);
        assert_eq!(issue(PaperForm::default()).await, "refusal-took-part");
        assert_eq!(issue(on_paper("G13")).await, "refusal-took-part", "who keyed the draft");
        assert_eq!(issue(on_paper("G12")).await, "refusal-took-part", "who keys the issue");
        let other = lead.drafted(form()).await;
        lead.issue(other, 1, on_paper("G12")).await.unwrap();
        let view = lead.county.acts.campaign(lead.drafter, other).await.unwrap();
        let hands: Vec<_> = view.hands.iter().map(|hand| (&*hand.number, hand.is_keyed)).collect();
        assert_eq!(hands, [("G13", false), ("G12", false), ("G11", true)]);
    })
    .await;
}

#[tokio::test]
async fn an_editor_is_a_drafter_and_a_plan_whose_days_are_over_is_not_issued() {
    on_both_engines(async |url| {
        let lead = Lead::of(&url).await;
        let campaign = lead.drafted(form()).await;
        let other = CampaignForm { purpose: "少跑一趟。".to_owned(), ..form() };
        lead.edit(campaign, 1, CampaignForm { paper: on_paper("G12"), ..other }).await.unwrap();
        assert_eq!(key(lead.issue(campaign, 2, on_paper("G12")).await), "refusal-took-part");
        let past = CampaignForm {
            ends: "2016-02-15".to_owned(),
            phases: vec![],
            duties: vec![duty("QX20", "窗口延时", "2016-02-15")],
            ..form()
        };
        lead.edit(campaign, 2, past).await.unwrap();
        let issue = lead.issue(campaign, 3, PaperForm::default()).await;
        assert_eq!(key(issue), "refusal-days-over");
        assert_eq!(key(lead.call_off(campaign, 3, " ").await), "reason fault-missing");
        let done = lead.call_off(campaign, 3, "写晚了").await.unwrap();
        assert_eq!(done.stage, Stage::CalledOff);
        let issue = lead.issue(campaign, 4, PaperForm::default()).await;
        assert_eq!(key(issue), "refusal-out-of-order");
        assert_eq!(key(lead.county.acts.public_campaign(campaign).await), "not found");
    })
    .await;
}

#[tokio::test]
async fn a_later_plan_takes_the_place_of_one_that_stands_and_only_once() {
    on_both_engines(async |url| {
        let lead = Lead::of(&url).await;
        let acts = &lead.county.acts;
        let first = lead.issued(form()).await;
        let naming = |id: CampaignId| CampaignForm { replaces: id.to_string(), ..form() };
        let (second, third) =
            (lead.drafted(naming(first)).await, lead.drafted(naming(first)).await);
        let stage = async |id| acts.public_campaign(id).await.unwrap().campaign.stage;
        assert_eq!(stage(first).await, Stage::Issued, "a draft replaces nothing");
        lead.issue(second, 1, PaperForm::default()).await.unwrap();
        assert_eq!((stage(first).await, stage(second).await), (Stage::Replaced, Stage::Issued));
        let read = acts.public_campaign(first).await.unwrap();
        assert_eq!(read.replaced_by.map(|(id, _)| id), Some(second));
        let refused = lead.issue(third, 1, PaperForm::default()).await;
        assert_eq!(key(refused), "refusal-replaced-by-another");
        for wrong in [first, third, CampaignId(0)] {
            assert_eq!(lead.draft(naming(wrong)).await, "replaces fault-unknown");
        }
        let present = acts.present_campaign(date(2016, 2, 16)).await.unwrap().unwrap();
        assert_eq!(present.id, second);
        let filter = CampaignFilter {
            stage: Some(Stage::Replaced),
            organ: acts.unit("QX50").await.unwrap().map(|unit| unit.id),
            on: Some(date(2016, 2, 16)),
            words: Some("窗口".to_owned()),
            text: Some("延时".to_owned()),
        };
        for sort in CampaignSort::ALL {
            let page = acts.issued_campaigns(&filter, sort, Page::all()).await.unwrap();
            assert_eq!((page.0[0].id, page.1), (first, 1));
        }
    })
    .await;
}

#[tokio::test]
async fn a_plan_is_in_force_from_its_issue_on_the_days_it_names() {
    on_both_engines(async |url| {
        let lead = Lead::of(&url).await;
        let first = lead.issued(form()).await;
        let store = Store::connect(&url).await.unwrap();
        let mut conn = store.reader().await.unwrap();
        let mut on = async |day| campaign::issued_on_day(&mut conn, day).await.unwrap();
        assert!(on(date(2016, 2, 15)).await.is_empty(), "not issued yet");
        assert_eq!(on(date(2016, 2, 16)).await, [first]);
        assert_eq!(on(date(2016, 12, 31)).await, [first]);
        assert!(on(date(2017, 1, 1)).await.is_empty(), "its days are over");
        let later = CampaignForm { replaces: first.to_string(), ..form() };
        let second = lead.issued(later).await;
        assert_eq!(on(date(2016, 2, 16)).await, [second], "another took its place");
        let members = campaign::members(&mut conn, second).await.unwrap();
        let unit = async |code| lead.county.acts.unit(code).await.unwrap().unwrap().id;
        assert_eq!(members, [unit("QX20").await, unit("QX50").await]);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_is_named_with_its_row() {
    on_both_engines(async |url| {
        let lead = Lead::of(&url).await;
        let empty = CampaignForm { organ: "QX50".to_owned(), ..CampaignForm::default() };
        let said = "title fault-missing, purpose fault-missing, starts fault-missing, \
                    ends fault-missing, report_days fault-missing, duty_unit.1 fault-missing, \
                    body fault-missing";
        assert_eq!(lead.draft(empty).await, said);
        let bad = CampaignForm {
            report_days: "21".to_owned(),
            body: "看[这里](https://example.org)".to_owned(),
            phases: vec![
                phase("动员部署", "2016-02-01", "2016-03-31"),
                PhaseForm::default(),
                phase("集中整治", "2016-03-31", "2016-11-30"),
                phase("", "2016-12-01", "2017-01-01"),
            ],
            duties: vec![
                duty("QX99", "窗口延时", "2016-03-31"),
                duty("", "公开流程", "三月"),
                duty("QX50", "", "2016-01-31"),
            ],
            ..form()
        };
        let said = "report_days fault-not-a-number, phase_starts.3 fault-overlapping, \
                    phase_title.4 fault-missing, phase_ends.4 fault-outside-days, \
                    duty_unit.1 fault-unknown, duty_unit.2 fault-missing, \
                    duty_due.2 fault-not-a-day, duty_text.3 fault-missing, \
                    duty_due.3 fault-outside-days, body fault-bad-form";
        assert_eq!(lead.draft(bad).await, said);
        let backwards = CampaignForm {
            starts: "1999-05-01".to_owned(),
            ends: "1999-04-30".to_owned(),
            phases: vec![],
            ..form()
        };
        assert_eq!(lead.draft(backwards).await, "ends fault-ends-before-start");
        let early = CampaignForm {
            starts: "1999-05-01".to_owned(),
            phases: vec![],
            duties: vec![duty("QX20", "窗口延时", "")],
            ..form()
        };
        assert_eq!(lead.draft(early).await, "duty_unit.1 fault-not-yet-there");
        let many = CampaignForm { duties: vec![duty("QX20", "窗口延时", ""); 61], ..form() };
        assert_eq!(lead.draft(many).await, "duty_text fault-too-many");
    })
    .await;
}

#[tokio::test]
async fn the_lead_drafts_the_county_committee_issues_and_members_read_what_is_issued() {
    on_both_engines(async |url| {
        let lead = Lead::of(&url).await;
        let acts = &lead.county.acts;
        let (clerk, head) =
            (lead.county.account(Role::Clerk).await, lead.county.account(Role::Head).await);
        let act = |actor| DraftCampaign { actor, form: form() };
        for actor in [clerk, head, lead.signer] {
            assert_eq!(key(lead.county.try_act(act(actor)).await), "forbidden");
        }
        let elsewhere = CampaignForm { organ: "QX20".to_owned(), ..form() };
        assert_eq!(lead.draft(elsewhere).await, "forbidden");
        let campaign = lead.drafted(form()).await;
        let drafter = IssueCampaign {
            actor: lead.drafter,
            campaign,
            version: 1,
            doc_number: String::new(),
            paper: PaperForm::default(),
        };
        assert_eq!(key(lead.county.try_act(drafter).await), "forbidden");
        let seen = async |account| {
            let filter = CampaignFilter::default();
            let page = acts.campaigns(account, &filter, CampaignSort::Latest, Page::all()).await;
            page.unwrap().1
        };
        assert_eq!(
            (seen(head).await, seen(lead.drafter).await, seen(lead.signer).await),
            (0, 1, 1)
        );
        assert_eq!(key(acts.campaign(head, campaign).await), "not found");
        let steps = acts.campaign(lead.drafter, campaign).await.unwrap().steps;
        assert_eq!(steps, [Step::Edit, Step::CallOff]);
        lead.issue(campaign, 1, PaperForm::default()).await.unwrap();
        let view = acts.campaign(head, campaign).await.unwrap();
        assert!(view.steps.is_empty(), "what is issued is fixed");
        assert_eq!(seen(head).await, 1);
        let town = acts.unit("QX20").await.unwrap().unwrap().id;
        let duties = acts.duties_of(&[town], date(2016, 2, 16)).await.unwrap();
        let told: Vec<_> = duties.iter().map(|line| (&*line.text, &*line.due)).collect();
        assert_eq!(told, [("窗口延时半小时", "2016-03-31"), ("公开办事流程", "2016-12-31")]);
        assert!(acts.duties_of(&[town], date(2017, 1, 1)).await.unwrap().is_empty());
    })
    .await;
}
