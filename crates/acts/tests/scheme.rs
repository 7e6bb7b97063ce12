//! A scheme of a town, told on both engines: drafted, put into force by another hand, filed for, late, excused, corrected; what
//! its rules prompt is dismissed or becomes a finding; a later version, and an end.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::{Date, date};
use qz_acts::adoption::{
    AdoptionForm, ApproveAdoption, DraftAdoption, DropAdoption, EditAdoption, EndAdoption,
};
use qz_acts::filing::{CorrectFiling, ExcuseFiling, ExcuseForm, FilingForm, MakeFiling};
use qz_acts::matter::PaperForm;
use qz_acts::prompt::{DismissPrompt, PromptKey, TakeUpPrompt, TakingForm};
use qz_acts::run::view::{ItemLine, RuleView};
use qz_domain::action::Action;
use qz_domain::adoption::Stage;
use qz_domain::filing::ItemState;
use qz_domain::id::{AccountId, AdoptionId, FilingId, PromptId};
use qz_domain::prompt::Prompt;
use qz_domain::role::Role;
use qz_mechanism::language::Language;
use qz_store::{Store, StoreUrl};
use qz_testkit::attendance::{at, on};
use qz_testkit::county::{County, county_at};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;

const SCHEME: &str = "机制 镇务督办 代号=\"town-asks\" {
    单位 某镇
    对象 镇机关干部
    周期 每月
    问 部署 截止=\"月初后3个工作日\" { 栏 事项 类型=文字; 栏 责任人 类型=人员 }
    问 结果 截止=\"20日\" { 栏 完成比例 类型=数 最小=0 最大=100; 栏 佐证 类型=文字 必填=否 }
    登记 台账 零报告=是 { 栏 内容 类型=文字 }
    查 人手 据=\"人员\" 按=单位 当=\"人数 > 0\"
    查 进度 据=\"结果\" 按=单位 当=\"完成比例 < 60\"
    公开 公示栏 内容=海报 期限=\"7日\"
}
";

fn form(text: &str) -> AdoptionForm {
    AdoptionForm {
        unit: "QX20".to_owned(),
        covers: "alone".to_owned(),
        text: text.to_owned(),
        paper: PaperForm::default(),
    }
}

async fn drafted(county: &County) -> AdoptionId {
    let actor = county.account(Role::Liaison).await;
    county.done(DraftAdoption { actor, form: form(SCHEME) }).await.adoption
}

fn approve(actor: AccountId, adoption: AdoptionId, since: &str) -> ApproveAdoption {
    let (reason, paper) = (String::new(), PaperForm::default());
    ApproveAdoption { actor, adoption, version: 1, since: since.to_owned(), reason, paper }
}

/// The town on 29 February 2016, with its scheme in force from 1 March.
async fn town(url: &StoreUrl) -> AdoptionId {
    let county = county_at(url, at("2016-02-29 09:00")).await;
    let adoption = drafted(&county).await;
    let head = county.account(Role::Head).await;
    county.done(approve(head, adoption, "2016-03-01")).await;
    adoption
}

fn filing(element: &str, cycle: &str, fields: &[(&str, &str)]) -> FilingForm {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    FilingForm {
        element: element.to_owned(),
        cycle: cycle.to_owned(),
        unit: "QX20".to_owned(),
        fields: fields.collect(),
        ..FilingForm::default()
    }
}

async fn file(county: &County, adoption: AdoptionId, form: FilingForm) -> FilingId {
    let actor = county.account(Role::Liaison).await;
    county.done(MakeFiling { actor, adoption, form }).await.filing
}

fn excuse(element: &str, cycle: &str) -> ExcuseForm {
    ExcuseForm {
        element: element.to_owned(),
        cycle: cycle.to_owned(),
        unit: "QX20".to_owned(),
        reason: "换届期间。".to_owned(),
        ..ExcuseForm::default()
    }
}

async fn refused(county: &County, adoption: AdoptionId, form: FilingForm) -> String {
    let actor = county.account(Role::Liaison).await;
    key(county.try_act(MakeFiling { actor, adoption, form }).await)
}

const MARCH: (Date, Date) = (date(2016, 3, 1), date(2016, 3, 31));

async fn items(county: &County, adoption: AdoptionId) -> Vec<ItemLine> {
    let clerk = county.account(Role::Clerk).await;
    county.acts.run(clerk, (adoption, MARCH)).await.unwrap().items
}

async fn states(county: &County, adoption: AdoptionId) -> Vec<(String, ItemState)> {
    let items = items(county, adoption).await.into_iter();
    items.map(|item| (item.element, item.state)).collect()
}

async fn rules(county: &County, adoption: AdoptionId) -> Vec<RuleView> {
    let head = county.account(Role::Head).await;
    county.acts.rules(head, (adoption, MARCH), Language::Chinese).await.unwrap()
}

#[tokio::test]
async fn whoever_wrote_a_scheme_does_not_put_it_into_force_and_what_is_in_force_is_not_edited() {
    on_both_engines(async |url| {
        let county = county_at(&url, at("2016-02-29 09:00")).await;
        let head = county.account(Role::Head).await;
        let own = county.done(DraftAdoption { actor: head, form: form(SCHEME) }).await.adoption;
        let refused = county.try_act(approve(head, own, "2016-03-01")).await;
        assert_eq!(key(refused), "refusal-took-part");
        let adoption = drafted(&county).await;
        let past = county.try_act(approve(head, adoption, "2016-02-28")).await;
        assert_eq!(key(past), "refusal-adoption-day-past");
        let changed = county.done(approve(head, adoption, "2016-03-01")).await;
        assert_eq!((changed.version, changed.stage), (2, Stage::InForce));
        let liaison = county.account(Role::Liaison).await;
        let text = SCHEME.replace("20日", "25日");
        let edit = EditAdoption { actor: liaison, adoption, version: 2, form: form(&text) };
        assert_eq!(key(county.try_act(edit).await), "refusal-out-of-order");
    })
    .await;
}

#[tokio::test]
async fn a_text_at_fault_is_kept_as_a_draft_and_never_comes_into_force() {
    on_both_engines(async |url| {
        let county = county_at(&url, at("2016-02-29 09:00")).await;
        let (head, liaison) =
            (county.account(Role::Head).await, county.account(Role::Liaison).await);
        let text = SCHEME.replace("人数 > 0", "人头 > 0");
        let draft = DraftAdoption { actor: liaison, form: form(&text) };
        let adoption = county.done(draft).await.adoption;
        let refused = county.try_act(approve(head, adoption, "2016-03-01")).await;
        assert_eq!(key(refused), "refusal-adoption-at-fault");
        let other = SCHEME.replace("town-asks", "others");
        let edit = EditAdoption { actor: liaison, adoption, version: 1, form: form(&other) };
        assert_eq!(key(county.try_act(edit).await), "refusal-adoption-other-scheme");
        let empty = DraftAdoption { actor: liaison, form: form("  ") };
        assert_eq!(key(county.try_act(empty).await), "scheme_text fault-missing");
        let (reason, paper) = ("不办了。".to_owned(), PaperForm::default());
        let drop = DropAdoption { actor: liaison, adoption, version: 1, reason, paper };
        assert_eq!(county.done(drop).await.stage, Stage::Dropped);
    })
    .await;
}

#[tokio::test]
async fn items_are_waiting_late_filed_corrected_and_excused() {
    on_both_engines(async |url| {
        let adoption = town(&url).await;
        let county = on(&url, "2016-03-22 10:00").await;
        let before = states(&county, adoption).await;
        let expected = [
            ("部署", ItemState::Late),
            ("结果", ItemState::Late),
            ("台账", ItemState::Waiting),
            ("公示栏", ItemState::Waiting),
        ];
        let told: Vec<_> = before.iter().map(|(title, state)| (title.as_str(), *state)).collect();
        assert_eq!(told, expected);

        let wrong = filing("结果", "2016-03-01", &[("完成比例", "120")]);
        assert_eq!(refused(&county, adoption, wrong).await, "filed_field.1 fault-not-a-number");
        let ahead = filing("结果", "2016-04-01", &[("完成比例", "50")]);
        assert_eq!(refused(&county, adoption, ahead).await, "refusal-filing-not-begun");
        let first =
            file(&county, adoption, filing("结果", "2016-03-01", &[("完成比例", "50")])).await;
        let again = filing("结果", "2016-03-01", &[("完成比例", "50")]);
        assert_eq!(refused(&county, adoption, again).await, "refusal-filing-filed-before");

        let actor = county.account(Role::Liaison).await;
        let fields = vec![("完成比例".to_owned(), "80".to_owned())];
        let (reason, paper) = ("数字抄错了。".to_owned(), PaperForm::default());
        let correct = CorrectFiling { actor, filing: first, fields, reason, paper };
        county.done(correct.clone()).await;
        assert_eq!(key(county.try_act(correct).await), "refusal-filing-corrected-since");

        let mut nothing = filing("台账", "2016-03-01", &[]);
        nothing.is_nothing = true;
        file(&county, adoption, nothing).await;

        let excuse = excuse("部署", "2016-03-01");
        let head = county.account(Role::Head).await;
        let own = ExcuseFiling { actor: head, adoption, form: excuse.clone() };
        assert_eq!(key(county.try_act(own).await), "refusal-belongs-to-unit");
        let clerk = county.account(Role::Clerk).await;
        county.done(ExcuseFiling { actor: clerk, adoption, form: excuse }).await;

        let items = items(&county, adoption).await;
        let told: Vec<_> = items.iter().map(|item| (item.element.as_str(), item.state)).collect();
        let expected = [
            ("部署", ItemState::Excused),
            ("结果", ItemState::FiledLate),
            ("台账", ItemState::Filed),
            ("公示栏", ItemState::Waiting),
        ];
        assert_eq!(told, expected);
        let result = &items[1].filings;
        assert_eq!((result.len(), &*result[0].fields[0].value), (1, "80"), "as corrected last");
    })
    .await;
}

#[tokio::test]
async fn a_prompt_is_dismissed_or_becomes_a_finding_and_nobody_deals_with_it_twice() {
    on_both_engines(async |url| {
        let adoption = town(&url).await;
        let march = on(&url, "2016-03-22 10:00").await;
        file(&march, adoption, filing("结果", "2016-03-01", &[("完成比例", "50")])).await;
        assert!(rules(&march, adoption).await.iter().all(|rule| rule.came_to.is_none()));

        let county = on(&url, "2016-04-05 10:00").await;
        let views = rules(&county, adoption).await;
        let came = |title: &str| {
            let view = views.iter().find(|view| view.element == title).unwrap();
            view.came_to.clone().unwrap()
        };
        assert_eq!((came("人手").asked, came("人手").prompts.len()), (1, 1));
        let progress = &came("进度").prompts[0];
        assert_eq!((&*progress.subject, &*progress.name), ("QX20", "枫渡镇"));
        assert!(progress.trace.contains("完成比例(50) < 60 → 是"), "{}", progress.trace);

        let head = county.account(Role::Head).await;
        let key_of = |element: &str| PromptKey {
            adoption,
            element: element.to_owned(),
            cycle: date(2016, 3, 1),
            subject: "QX20".to_owned(),
        };
        let dismiss = |element: &str| DismissPrompt {
            actor: head,
            key: key_of(element),
            reason: "人手本来就有。".to_owned(),
            paper: PaperForm::default(),
        };
        county.done(dismiss("人手")).await;
        assert_eq!(key(county.try_act(dismiss("人手")).await), "refusal-prompt-dealt-with");
        let form = TakingForm {
            organ: "QX20".to_owned(),
            weight: "in_unit".to_owned(),
            facts: "三月的完成比例只有五成，没有说明原因。".to_owned(),
            paper: PaperForm::default(),
        };
        county.done(TakeUpPrompt { actor: head, key: key_of("进度"), form }).await;
        let views = rules(&county, adoption).await;
        let told: Vec<_> = views
            .iter()
            .map(|view| (&*view.element, view.dismissed, view.taken_up.len()))
            .collect();
        assert_eq!(told, [("人手", 1, 0), ("进度", 0, 1)]);
        let left = views.iter().filter_map(|view| view.came_to.as_ref());
        assert!(left.into_iter().all(|came| came.prompts.is_empty()));
    })
    .await;
}

/// A prompt as the store keeps it.
async fn stored(url: &StoreUrl, prompt: PromptId) -> Prompt {
    let store = Store::open(url).await.unwrap();
    let found = qz_store::prompt::find(&mut store.reader().await.unwrap(), prompt).await;
    store.close().await;
    found.unwrap().unwrap()
}

#[tokio::test]
async fn a_prompt_falls_with_its_facts_and_a_dismissed_one_is_erased_in_time() {
    on_both_engines(async |url| {
        let adoption = town(&url).await;
        let march = on(&url, "2016-03-22 10:00").await;
        let first =
            file(&march, adoption, filing("结果", "2016-03-01", &[("完成比例", "50")])).await;
        let county = on(&url, "2016-04-05 10:00").await;
        let actor = county.account(Role::Liaison).await;
        let fields = vec![("完成比例".to_owned(), "80".to_owned())];
        let (reason, paper) = ("数字抄错了。".to_owned(), PaperForm::default());
        county.done(CorrectFiling { actor, filing: first, fields, reason, paper }).await;
        let head = county.account(Role::Head).await;
        let dismiss = |element: &str| DismissPrompt {
            actor: head,
            key: PromptKey {
                adoption,
                element: element.to_owned(),
                cycle: date(2016, 3, 1),
                subject: "QX20".to_owned(),
            },
            reason: "人手本来就有。".to_owned(),
            paper: PaperForm::default(),
        };
        assert_eq!(key(county.try_act(dismiss("进度")).await), "refusal-prompt-fallen");
        let prompt = county.done(dismiss("人手")).await.prompt;
        let kept = stored(&url, prompt).await;
        assert!(!kept.is_erased() && kept.reason == "人手本来就有。");
        for (moment, is_erased) in [("2016-07-03 10:00", false), ("2016-07-04 10:00", true)] {
            let later = on(&url, moment).await;
            later.acts.daily_round().await.unwrap();
            let kept = stored(&url, prompt).await;
            assert_eq!((kept.is_erased(), kept.by.is_none()), (is_erased, is_erased), "{moment}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_later_version_leaves_the_cycle_that_has_begun_alone_and_an_end_ends() {
    on_both_engines(async |url| {
        let adoption = town(&url).await;
        let county = on(&url, "2016-03-10 10:00").await;
        let liaison = county.account(Role::Liaison).await;
        let text = SCHEME.replace("20日", "25日");
        let draft = DraftAdoption { actor: liaison, form: form(&text) };
        let later = county.done(draft).await.adoption;
        let head = county.account(Role::Head).await;
        county.done(approve(head, later, "2016-03-15")).await;
        let clerk = county.account(Role::Clerk).await;
        let spring = (date(2016, 3, 1), date(2016, 5, 31));
        let cycles = async |id| {
            let run = county.acts.run(clerk, (id, spring)).await.unwrap();
            let results = run.items.into_iter().filter(|item| item.element == "结果");
            results.map(|item| (item.cycle.0, item.due.unwrap().earliest())).collect::<Vec<_>>()
        };
        assert_eq!(cycles(adoption).await, [(date(2016, 3, 1), date(2016, 3, 21))]);
        let april_and_may =
            [(date(2016, 4, 1), date(2016, 4, 25)), (date(2016, 5, 1), date(2016, 5, 25))];
        assert_eq!(cycles(later).await, april_and_may);
        let (until, reason) = ("2016-04-30".to_owned(), "任务完成。".to_owned());
        let paper = PaperForm::default();
        let end = EndAdoption { actor: head, adoption: later, version: 2, until, reason, paper };
        assert_eq!(county.done(end).await.stage, Stage::Ended);
        assert_eq!(cycles(later).await, april_and_may[..1]);
        let running = county.acts.running(Some("town-asks")).await.unwrap();
        let on = |month, day| running[0].on(date(2016, month, day)).map(|one| one.id);
        assert_eq!(
            [on(2, 29), on(3, 14), on(3, 15), on(4, 30), on(5, 1)],
            [None, Some(adoption), Some(later), Some(later), None]
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_owed_stands_on_the_desk_of_whoever_speaks_for_the_unit() {
    on_both_engines(async |url| {
        let adoption = town(&url).await;
        let county = on(&url, "2016-03-22 10:00").await;
        let liaison = county.account(Role::Liaison).await;
        let owed = county.acts.owed_items(liaison).await.unwrap();
        let told: Vec<_> = owed.iter().map(|item| (&*item.element, item.state)).collect();
        let expected = [
            ("部署", ItemState::Late),
            ("结果", ItemState::Late),
            ("台账", ItemState::Waiting),
            ("公示栏", ItemState::Waiting),
        ];
        assert_eq!(told, expected);
        assert!(owed.iter().all(|item| item.adoption == adoption && item.scheme == "镇务督办"));
        let cadre = county.account(Role::Cadre).await;
        assert!(county.acts.owed_items(cadre).await.unwrap().is_empty());
        let public = county.acts.public_run(adoption, MARCH).await.unwrap();
        let late: Vec<_> = public.counts.iter().map(|one| (&*one.element, one.late)).collect();
        assert!(late.contains(&("部署", 1)) && late.contains(&("台账", 0)), "{late:?}");
    })
    .await;
}

const SEALED: &str = "机制 过问登记 代号=\"sealed-asks\" {
    单位 某镇
    周期 每月
    登记 过问 密=是 { 栏 原话 类型=文字 }
    查 有过问 据=\"过问\" 按=单位 当=\"包含(原话, \\\"打招呼\\\")\"
}
";

#[tokio::test]
async fn an_entry_of_a_sealed_register_is_for_who_wrote_it_alone_where_no_officer_reads_it() {
    on_both_engines(async |url| {
        let county = county_at(&url, at("2016-03-01 09:00")).await;
        let (liaison, head) =
            (county.account(Role::Liaison).await, county.account(Role::Head).await);
        let draft = DraftAdoption { actor: liaison, form: form(SEALED) };
        let adoption = county.done(draft).await.adoption;
        county.done(approve(head, adoption, "2016-03-01")).await;
        let entry = file(&county, adoption, filing("过问", "", &[("原话", "有人打招呼")])).await;
        assert!(county.acts.filing(liaison, (entry, Action::FilingCorrect)).await.is_ok());
        assert_eq!(
            key(county.acts.filing(head, (entry, Action::FilingCorrect)).await),
            "not found"
        );
        let (reason, paper) = ("另写。".to_owned(), PaperForm::default());
        let fields = vec![("原话".to_owned(), "没有".to_owned())];
        let correct = CorrectFiling { actor: head, filing: entry, fields, reason, paper };
        assert_eq!(key(county.try_act(correct).await), "not found");
        let read = async |account| {
            let registers = county.acts.registers(account).await.unwrap();
            registers.iter().map(|one| one.entries.len()).sum::<usize>()
        };
        assert_eq!((read(liaison).await, read(head).await), (1, 0));
        let april = on(&url, "2016-04-05 10:00").await;
        let rules = rules(&april, adoption).await;
        assert!(!rules.is_empty() && rules.iter().all(|rule| rule.came_to.is_none()));
    })
    .await;
}

#[tokio::test]
async fn a_head_registers_from_a_prompt_what_the_unit_handles_lightly_and_nothing_else() {
    on_both_engines(async |url| {
        let adoption = town(&url).await;
        let march = on(&url, "2016-03-22 10:00").await;
        file(&march, adoption, filing("结果", "2016-03-01", &[("完成比例", "50")])).await;
        let county = on(&url, "2016-04-05 10:00").await;
        let actor = county.account(Role::Head).await;
        let take = |organ: &str, weight: &str| TakeUpPrompt {
            actor,
            key: PromptKey {
                adoption,
                element: "进度".to_owned(),
                cycle: date(2016, 3, 1),
                subject: "QX20".to_owned(),
            },
            form: TakingForm {
                organ: organ.to_owned(),
                weight: weight.to_owned(),
                facts: "三月的完成比例只有五成。".to_owned(),
                paper: PaperForm::default(),
            },
        };
        assert_eq!(key(county.try_act(take("QX20", "")).await), "forbidden");
        assert_eq!(key(county.try_act(take("QX50", "county")).await), "forbidden");
        county.done(take("QX20", "in_unit")).await;
    })
    .await;
}
