//! What opens items of a scheme besides a cycle, told on both engines: an entry of a sealed register is dealt with by another
//! than who wrote it; a prompt is asked about before it is dealt with, and whoever is asked answers.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::{Date, date};
use qz_acts::adoption::{AdoptionForm, ApproveAdoption, DraftAdoption};
use qz_acts::filing::{FilingForm, MakeFiling};
use qz_acts::log::{Options, verify_store};
use qz_acts::matter::PaperForm;
use qz_acts::prompt::{AskAboutPrompt, DismissPrompt, PromptKey};
use qz_acts::run::view::{ItemLine, OwedItem, PromptLine};
use qz_domain::filing::{Filing, ItemState};
use qz_domain::id::{AccountId, AdoptionId, FilingId};
use qz_domain::role::Role;
use qz_mechanism::language::Language;
use qz_store::{Store, StoreUrl};
use qz_testkit::attendance::{at, on};
use qz_testkit::county::{County, county_at};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;

const SEALED: &str = "机制 过问登记 代号=\"meddling\" {
    单位 某委
    周期 每季
    登记 过问 密=是 零报告=是 { 栏 谁 类型=文字; 栏 原话 类型=文字 }
    事 分类 逢=登记 截止=\"登记后10个工作日\" { 栏 类别 类型=选项 选=\"一般过问、违规过问\"; 栏 理由 类型=文字 }
}
";

const ASKING: &str = "机制 问在前 代号=\"ask-first\" {
    单位 某镇
    周期 每月
    问 结果 截止=\"20日\" { 栏 完成比例 类型=数 最小=0 最大=100 }
    查 进度 据=\"结果\" 按=单位 当=\"完成比例 < 60\"
    查 在岗 据=\"人员\" 按=人 当=\"人数 > 0\"
    问 问一声 逢=命中 截止=\"收到后3个工作日\" { 栏 情况 类型=文字 }
}
";

const MARCH: (Date, Date) = (date(2016, 3, 1), date(2016, 3, 31));

fn draft(actor: AccountId, unit: &str, text: &str) -> DraftAdoption {
    let (unit, covers, text) = (unit.to_owned(), "alone".to_owned(), text.to_owned());
    DraftAdoption { actor, form: AdoptionForm { unit, covers, text, paper: PaperForm::default() } }
}

fn approve(actor: AccountId, adoption: AdoptionId, paper: PaperForm) -> ApproveAdoption {
    let (since, reason) = ("2016-03-01".to_owned(), String::new());
    ApproveAdoption { actor, adoption, version: 1, since, reason, paper }
}

fn filing(element: &str, unit: &str, fields: &[(&str, &str)]) -> FilingForm {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let (element, unit) = (element.to_owned(), unit.to_owned());
    FilingForm { element, unit, fields: fields.collect(), ..FilingForm::default() }
}

fn answer(element: &str, unit: &str, (to, fields): (FilingId, &[(&str, &str)])) -> FilingForm {
    FilingForm { answers: to.to_string(), ..filing(element, unit, fields) }
}

/// The commission on 1 March 2016, with its sealed register in force.
async fn commission(url: &StoreUrl) -> (County, AdoptionId) {
    let county = county_at(url, at("2016-03-01 09:00")).await;
    let discipline = county.account(Role::Discipline).await;
    let adoption = county.done(draft(discipline, "QX50", SEALED)).await.adoption;
    let paper = PaperForm {
        number: "过问1".to_owned(),
        day: "2016-03-01".to_owned(),
        by: "G10".to_owned(),
        ..PaperForm::default()
    };
    let secretary = county.account(Role::FirstSecretary).await;
    county.done(approve(secretary, adoption, paper)).await;
    (county, adoption)
}

async fn entry(county: &County, role: Role, adoption: AdoptionId, who: &str) -> FilingId {
    let actor = county.account(role).await;
    let form = filing("过问", "QX50", &[("谁", who), ("原话", "快点结案")]);
    county.done(MakeFiling { actor, adoption, form }).await.filing
}

async fn items(county: &County, role: Role, adoption: AdoptionId, element: &str) -> Vec<ItemLine> {
    let account = county.account(role).await;
    let run = county.acts.run(account, (adoption, MARCH)).await.unwrap();
    run.items.into_iter().filter(|item| item.element == element).collect()
}

#[tokio::test]
async fn an_entry_opens_a_task_for_another_and_is_read_by_its_officers_alone() {
    on_both_engines(async |url| {
        let (county, adoption) = commission(&url).await;
        let made = entry(&county, Role::Adjudicator, adoption, "某局长").await;
        let seen = items(&county, Role::Discipline, adoption, "分类").await;
        assert_eq!((seen.len(), seen[0].answers), (1, Some(made)));
        assert!(seen[0].may_file && seen[0].state == ItemState::Waiting);
        assert_eq!(seen[0].due.unwrap().earliest(), date(2016, 3, 15));
        for role in [Role::Clerk, Role::FirstSecretary, Role::Adjudicator] {
            assert!(items(&county, role, adoption, "分类").await.is_empty(), "{role:?}");
        }
        let actor = county.account(Role::Discipline).await;
        let owed = county.acts.owed_items(actor).await.unwrap();
        assert!(owed.iter().any(|item| item.element == "分类" && item.answers == Some(made)));
        let fields = [("类别", "一般过问"), ("理由", "只问进度")];
        let form = answer("分类", "QX50", (made, &fields));
        county.done(MakeFiling { actor, adoption, form: form.clone() }).await;
        let again = key(county.try_act(MakeFiling { actor, adoption, form }).await);
        assert_eq!(again, "refusal-filing-filed-before");
        let seen = items(&county, Role::Discipline, adoption, "分类").await;
        assert_eq!((seen[0].state, seen[0].filings.len()), (ItemState::Filed, 1));
    })
    .await;
}

#[tokio::test]
async fn whoever_wrote_an_entry_does_not_deal_with_it_and_whoever_it_names_does_not_read_it() {
    on_both_engines(async |url| {
        let (county, adoption) = commission(&url).await;
        let actor = county.account(Role::Discipline).await;
        let own = entry(&county, Role::Discipline, adoption, "某局长").await;
        let fields = [("类别", "一般过问"), ("理由", "只问进度")];
        let form = answer("分类", "QX50", (own, &fields));
        let refused = key(county.try_act(MakeFiling { actor, adoption, form }).await);
        assert_eq!(refused, "refusal-filing-own-entry");
        // G13, the officer, is the one who meddled.
        let about = entry(&county, Role::Adjudicator, adoption, "闻砚秋，督查岗").await;
        let seen = items(&county, Role::Discipline, adoption, "分类").await;
        assert!(seen.iter().all(|item| item.answers != Some(about)), "{seen:?}");
        let form = answer("分类", "QX50", (about, &fields));
        assert_eq!(key(county.try_act(MakeFiling { actor, adoption, form }).await), "not found");
        let registers = county.acts.registers(actor).await.unwrap();
        let read = registers.iter().flat_map(|one| &one.entries).map(|one| one.filing.id);
        assert_eq!(read.collect::<Vec<_>>(), [own]);
    })
    .await;
}

/// The town on 5 April 2016; its scheme ran in March.
async fn town(url: &StoreUrl) -> (County, AdoptionId) {
    let county = county_at(url, at("2016-03-01 09:00")).await;
    let (liaison, head) = (county.account(Role::Liaison).await, county.account(Role::Head).await);
    let adoption = county.done(draft(liaison, "QX20", ASKING)).await.adoption;
    county.done(approve(head, adoption, PaperForm::default())).await;
    let form = FilingForm {
        cycle: "2016-03-01".to_owned(),
        ..filing("结果", "QX20", &[("完成比例", "50")])
    };
    county.done(MakeFiling { actor: liaison, adoption, form }).await;
    (on(url, "2016-04-05 10:00").await, adoption)
}

async fn ask(
    county: &County,
    adoption: AdoptionId,
    (rule, subject): (&str, &str),
) -> Result<FilingId, String> {
    let actor = county.account(Role::Head).await;
    let key = PromptKey {
        adoption,
        element: rule.to_owned(),
        cycle: date(2016, 3, 1),
        subject: subject.to_owned(),
    };
    let (question, paper) = ("问一声".to_owned(), PaperForm::default());
    let done = county.try_act(AskAboutPrompt { actor, key, question, paper }).await;
    match done {
        Ok(made) => Ok(made.filing),
        refused => Err(self::key(refused)),
    }
}

async fn prompts(county: &County, adoption: AdoptionId, rule: &str) -> Vec<PromptLine> {
    let head = county.account(Role::Head).await;
    let rules = county.acts.rules(head, (adoption, MARCH), Language::Chinese).await.unwrap();
    let found = rules.into_iter().find(|one| one.element == rule).unwrap();
    assert_eq!(found.questions, ["问一声"]);
    found.came_to.unwrap().prompts
}

async fn owed(county: &County, role: Role) -> Vec<OwedItem> {
    let account = county.account(role).await;
    let owed = county.acts.owed_items(account).await.unwrap();
    owed.into_iter().filter(|item| item.element == "问一声").collect()
}

#[tokio::test]
async fn a_unit_is_asked_about_a_prompt_once_and_what_it_answers_stands_beside_it() {
    on_both_engines(async |url| {
        let (county, adoption) = town(&url).await;
        let asked = ask(&county, adoption, ("进度", "QX20")).await.unwrap();
        let again = ask(&county, adoption, ("进度", "QX20")).await;
        assert_eq!(again.unwrap_err(), "refusal-filing-asked-before");
        let waiting = owed(&county, Role::Liaison).await;
        assert_eq!((waiting.len(), waiting[0].answers), (1, Some(asked)));
        assert_eq!((waiting[0].due, waiting[0].is_asked), (Some(date(2016, 4, 8)), false));
        assert_eq!(prompts(&county, adoption, "进度").await[0].asked_on, Some(date(2016, 4, 5)));
        let actor = county.account(Role::Liaison).await;
        let form = answer("问一声", "QX20", (asked, &[("情况", "雨季路断了。")]));
        county.done(MakeFiling { actor, adoption, form }).await;
        assert!(owed(&county, Role::Liaison).await.is_empty());
        let told = prompts(&county, adoption, "进度").await;
        assert_eq!(told[0].answer.as_ref().unwrap().fields[0].value, "雨季路断了。");
    })
    .await;
}

#[tokio::test]
async fn a_person_is_asked_in_person_and_nobody_answers_for_them() {
    on_both_engines(async |url| {
        let (county, adoption) = town(&url).await;
        let asked = ask(&county, adoption, ("在岗", "G7")).await.unwrap();
        let own = ask(&county, adoption, ("在岗", "G6")).await;
        assert_eq!(own.unwrap_err(), "refusal-prompt-own", "nobody asks about themselves");
        let waiting = owed(&county, Role::Liaison).await;
        assert_eq!(waiting.iter().map(|item| item.is_asked).collect::<Vec<_>>(), [true]);
        assert!(owed(&county, Role::Head).await.is_empty());
        let form = answer("问一声", "QX20", (asked, &[("情况", "我在村里。")]));
        let head = county.account(Role::Head).await;
        let for_them = MakeFiling { actor: head, adoption, form: form.clone() };
        assert_eq!(key(county.try_act(for_them).await), "refusal-filing-asks-another");
        let actor = county.account(Role::Liaison).await;
        county.done(MakeFiling { actor, adoption, form }).await;
        // The head, who deals with prompts, reads it in the run.
        let seen = items(&county, Role::Head, adoption, "问一声").await;
        let item = seen.first().unwrap();
        assert_eq!((item.asked.as_str(), item.may_file), ("晏知川", false));
        assert_eq!(item.filings[0].fields[0].value, "我在村里。");
        assert_eq!(item.state, ItemState::Filed);
    })
    .await;
}

#[tokio::test]
async fn a_question_goes_with_its_prompt_and_its_words_go_in_ninety_days() {
    on_both_engines(async |url| {
        let (county, adoption) = town(&url).await;
        let asked = ask(&county, adoption, ("在岗", "G7")).await.unwrap();
        let actor = county.account(Role::Liaison).await;
        let form = answer("问一声", "QX20", (asked, &[("情况", "我在村里。")]));
        let answered = county.done(MakeFiling { actor, adoption, form }).await.filing;
        let head = county.account(Role::Head).await;
        let key = PromptKey {
            adoption,
            element: "在岗".to_owned(),
            cycle: date(2016, 3, 1),
            subject: "G7".to_owned(),
        };
        let (reason, paper) = ("在村里，有人作证。".to_owned(), PaperForm::default());
        county.done(DismissPrompt { actor: head, key, reason, paper }).await;
        assert!(items(&county, Role::Head, adoption, "问一声").await.is_empty(), "at once");
        for (moment, words) in [("2016-07-03 10:00", [2, 1]), ("2016-07-04 10:00", [0, 0])] {
            on(&url, moment).await.acts.daily_round().await.unwrap();
            let kept = [stored(&url, asked).await, stored(&url, answered).await];
            assert_eq!(kept.each_ref().map(|one| one.fields.len()), words, "{moment}");
            let is_kept = words[0] > 0;
            assert!(kept.iter().all(|one| one.asked.is_some() == is_kept), "{moment}");
        }
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

/// A filing as the store keeps it.
async fn stored(url: &StoreUrl, id: FilingId) -> Filing {
    let store = Store::open(url).await.unwrap();
    let found = qz_store::filing::find(&mut store.reader().await.unwrap(), id).await;
    store.close().await;
    found.unwrap().unwrap()
}
