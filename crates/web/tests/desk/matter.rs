//! A matter through the pages: from the visit that saw something to the published bulletin, each
//! part at another browser; what is refused, who is heard, who sees nothing of it.

use crate::look::{browser, hold, look};
use axum::http::StatusCode;
use qz_acts::account::{AccountForm, ConfirmRole, ProposeRole, RoleForm, open};
use qz_acts::visit::{FilePaperVisit, PaperVisitForm};
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_testkit::client::{Client, Page};
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;

const PASSWORD: &str = "seven herons over still water";

/// Those who handle a matter of the county's commission, each at their own browser. The county's
/// clock stands on 2016-02-16.
struct Office {
    county: County,
    clerk: Client,
    /// G13.
    screener: Client,
    /// G14.
    verifier: Client,
    /// G16.
    adjudicator: Client,
    /// G10.
    chair: Client,
    /// G6, mayor of 枫渡镇.
    mayor: Client,
}

impl Office {
    async fn new(url: &qz_acts::StoreUrl) -> Self {
        let county = county(url).await;
        Self {
            clerk: browser(&county, "clerk").await,
            screener: browser(&county, "discipline").await,
            verifier: enrol(&county, "di", "G14", Role::Discipline).await,
            adjudicator: browser(&county, "adjudicator").await,
            chair: enrol(&county, "xun", "G10", Role::Head).await,
            mayor: browser(&county, "head").await,
            county,
        }
    }

    /// A filed visit to 枫渡镇 that saw something: where it is, and its number.
    async fn visit(&self) -> (String, String) {
        let text = str::to_owned;
        let form = PaperVisitForm {
            unit: text("枫渡镇"),
            visited_at: text("2016-02-01 09:20"),
            manner: text("暗访"),
            observed: text("09:20到达，值班室无人，09:50仍无人。"),
            outcome: text("有情况"),
            told: text("值班副镇长"),
            team: vec![text("G2、G3")],
            ..PaperVisitForm::default()
        };
        let actor = self.county.account(Role::Clerk).await;
        let filed = self.county.done(FilePaperVisit { actor, form }).await;
        (format!("/desk/visits/{}", filed.visit), filed.number.to_string())
    }

    /// A finding registered on 1 February.
    async fn registered(&mut self) -> String {
        let (_, number) = self.visit().await;
        let fields = [("visit", &*number), ("organ", "县纪委"), ("facts", "值班室半小时无人。")];
        done(
            &mut self.clerk,
            "/desk/findings/register",
            &[fields.as_slice(), &on("01", "")].concat(),
        )
        .await
    }

    /// The same, verified on 2 February.
    async fn verified(&mut self) -> String {
        let at = self.registered().await;
        let fields = [("outcome", "pursue"), ("reason", "情况具体，可以查清。")];
        let fields = [fields.as_slice(), &on("01", "")].concat();
        done(&mut self.screener, &format!("{at}/screen"), &fields).await;
        let fields = [
            ("verifiers", "G14 翟松年、G15"),
            ("established", "当日值班表排定两人，均未到岗。"),
            ("in_favour", "镇里当晚补排了值班。"),
        ];
        let fields = [fields.as_slice(), &on("02", "")].concat();
        done(&mut self.verifier, &format!("{at}/verify"), &fields).await;
        at
    }

    /// Notice of 3 February to a person, or to the town itself.
    async fn noticed(&mut self, at: &str, person: &str) -> String {
        let fields = [
            ("person", person),
            ("conduct", "未落实值班安排。"),
            ("ground", "leaders_2009_5"),
            ("measure", "circulated_criticism"),
        ];
        let fields = [fields.as_slice(), &on("03", "")].concat();
        done(&mut self.verifier, &format!("{at}/notify"), &fields).await
    }
}

/// Opens an account for somebody of QX50 and has them activate it at a browser.
pub(crate) async fn enrol(county: &County, name: &str, person: &str, role: Role) -> Client {
    enrol_at(county, name, person, (role, "QX50")).await
}

/// The same, for a unit.
pub(crate) async fn enrol_at(
    county: &County,
    name: &str,
    person: &str,
    (role, unit): (Role, &str),
) -> Client {
    let (system, security) =
        (county.account(Role::System).await, county.account(Role::Security).await);
    let form = AccountForm { name: name.to_owned(), person: person.to_owned() };
    let acts = &county.acts;
    let invited = open(acts, acts.new_request(), system, form).await.unwrap();
    let code = invited.code.unwrap();
    let form = RoleForm { role: role.code().to_owned(), unit: unit.to_owned() };
    let propose = ProposeRole { actor: system, account: invited.account, form };
    let grant = county.done(propose).await.grant;
    county.done(ConfirmRole { actor: security, grant }).await;
    let mut client = Client::at_demo(acts);
    let fields =
        [("name", name), ("code", code.reveal()), ("password", PASSWORD), ("again", PASSWORD)];
    let page = client.post("/sign-in/activate", &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{name}: {}", page.body);
    client
}

/// The fields of a paper of a day of February 2016.
fn on(day: &str, by: &'static str) -> [(&'static str, &'static str); 3] {
    let day = match day {
        "01" => "2016-02-01",
        "02" => "2016-02-02",
        "03" => "2016-02-03",
        "04" => "2016-02-04",
        _ => "2016-02-05",
    };
    [("paper_number", "纸1"), ("paper_day", day), ("by", by)]
}

/// Opens a form, fills it in and sends it.
pub(crate) async fn send(client: &mut Client, path: &str, fields: &[(&str, &str)]) -> Page {
    let form = look(client, path, "matter-form").await;
    let (request, version) = (form.hidden("request").unwrap(), form.hidden("version"));
    let version = version.unwrap_or_default();
    let own = [("request", &*request), ("version", &*version)];
    let fields: Vec<_> = own.iter().copied().chain(fields.iter().copied()).collect();
    client.post(path, &fields).await
}

/// As [`send`], for what must be done; where it leads.
pub(crate) async fn done(client: &mut Client, path: &str, fields: &[(&str, &str)]) -> String {
    let page = send(client, path, fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}: {}", page.body);
    page.location().unwrap().to_owned()
}

#[tokio::test]
async fn a_matter_goes_from_the_visit_to_the_bulletin_through_the_pages() {
    on_both_engines(async |url| {
        let mut office = Office::new(&url).await;
        let (visit, number) = office.visit().await;
        let page = office.clerk.get(&visit).await;
        assert!(page.body.contains(&format!("/desk/findings/register?visit={number}")));
        let page = office.clerk.get(&format!("/desk/findings/register?visit={number}")).await;
        assert!(page.body.contains(&format!("value=\"{number}\"")));
        assert!(page.body.contains("value=\"QX50 县纪委\""), "{}", page.body);

        let at = office.verified().await;
        let page = look(&mut office.verifier, &at, "finding-verified").await;
        assert!(page.body.contains("待认定") && page.body.contains("还没有告知任何人"));
        let held = office.noticed(&at, "").await;
        let page = look(&mut office.screener, &held, "accountability-noticed").await;
        assert!(page.body.contains("5个工作日") && page.body.contains("县里自定"));

        let said = [("statement", "两人临时下村，未报备。")];
        let said = [said.as_slice(), &on("04", "G7")].concat();
        done(&mut office.screener, &format!("{held}/record"), &said).await;
        let fields =
            [("outcome", "upheld"), ("ground", "leaders_2009_5"), ("reason", "疏于检查。")];
        let fields = [fields.as_slice(), &on("05", "")].concat();
        done(&mut office.adjudicator, &format!("{at}/adjudicate"), &fields).await;
        let page = look(&mut office.chair, "/desk", "today-chair").await;
        assert!(page.body.contains("待议定1项"), "{}", page.body);
        let fields = [
            ("panel", "G10、G11、G12"),
            ("measure", "circulated_criticism"),
            ("response", "下村不免除报备。"),
            ("because", "首次。"),
        ];
        let fields = [fields.as_slice(), &on("05", "")].concat();
        done(&mut office.chair, &format!("{held}/decide"), &fields).await;
        left_before_two(&mut office, &held).await;
        let page = look(&mut office.mayor, &held, "accountability-served").await;
        assert!(page.body.contains("〔2016〕1号") && page.body.contains("这一条也印在决定书上"));
        published(&mut office, &held).await;
        let page = look(&mut office.screener, "/desk/findings?stage=borne_out", "findings").await;
        assert!(page.body.contains("找到1条线索"));
        let page = look(&mut office.clerk, "/desk/findings?q=nothing", "findings-none").await;
        assert!(page.body.contains("没有符合条件的"));
        look(&mut office.clerk, &visit, "visit-with-matter").await;
        let page = office.screener.get("/desk/findings/export.csv").await;
        assert!(page.body.contains("属实") && page.body.contains("值班室半小时无人"));
    })
    .await;
}

/// Leaves the decision with a mayor who will not sign, and prints the papers of it.
async fn left_before_two(office: &mut Office, held: &str) {
    let left = [
        ("service_manner", "refused"),
        ("witness_first", "社区干部甲"),
        ("witness_second", "村监委会乙"),
    ];
    let left = [left.as_slice(), &on("05", "")].concat();
    done(&mut office.screener, &format!("{held}/serve"), &left).await;
    let mut papers = vec![];
    for kind in ["notice", "statement", "minutes", "decision", "receipt"] {
        let name = format!("paper-{kind}");
        papers.push(look(&mut office.mayor, &format!("{held}/paper/{kind}"), &name).await.body);
    }
    assert!(papers[0].contains("陈述申辩不会使处理加重"), "{}", papers[0]);
    assert!(papers[3].contains("〔2016〕1号") && papers[3].contains("复核"), "{}", papers[3]);
    assert!(papers[4].contains("☑ 留置送达") && papers[4].contains("社区干部甲、村监委会乙"));
    let none = office.mayor.get(&format!("{held}/paper/clearing")).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

/// Drafts a bulletin on a decision and brings it to its readers.
async fn published(office: &mut Office, held: &str) {
    let id = held.rsplit('/').next().unwrap();
    let item = format!("item.{id}");
    let fields = [
        ("organ", "QX50 县纪委"),
        ("kind", "ordinary"),
        ("scope", "public"),
        ("title", "关于一起值班空岗问题的通报"),
        ("lead", "近期走访发现值班空岗一起，现予通报。"),
        (&*item, "1"),
    ];
    let at = done(&mut office.screener, "/desk/bulletins/draft", &fields).await;
    // Who drafted it does not check it; nobody else is offered what they cannot do.
    let page = send(&mut office.screener, &format!("{at}/check"), &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    hold(&page, "bulletin-refused");
    assert!(page.body.contains("class=\"refuse\"") && page.body.contains("“拟稿”"));
    let mut publisher = office.verifier.clone();
    for (client, step) in [
        (&mut office.verifier, "check"),
        (&mut office.adjudicator, "review"),
        (&mut office.chair, "sign"),
        (&mut publisher, "publish"),
    ] {
        let page = look(client, &at, "bulletin").await;
        assert!(page.body.contains(&format!("{at}/{step}")), "{step}");
        let preview = look(client, &format!("{at}/preview?as=after"), "bulletin-preview").await;
        assert!(preview.body.contains("县纪委〔2016〕1号"), "{}", preview.body);
        assert_eq!(done(client, &format!("{at}/{step}"), &[]).await, at);
    }
    let page = look(&mut office.chair, &at, "bulletin-published").await;
    assert!(page.body.contains("已发布，只写单位和职级") && page.body.contains("〔2016〕1号"));
    assert!(page.body.contains(&at.replace("/desk", "")) && !page.body.contains("/preview"));
    let list = look(&mut office.chair, "/desk/bulletins?stage=published", "bulletins").await;
    assert!(list.body.contains("找到1份通报") && list.body.contains("值班空岗"));
    let mut anybody = Client::at_demo(&office.county.acts);
    let unit = look(&mut anybody, "/units/QX20", "portal-unit-before").await;
    assert!(unit.body.contains("被通报前后") && unit.body.contains("class=\"mk\""));
}

#[tokio::test]
async fn what_was_typed_stays_when_a_guard_says_no() {
    on_both_engines(async |url| {
        let mut office = Office::new(&url).await;
        let at = office.registered().await;
        let fields = [("outcome", "pursue"), ("reason", "值得查一查")];
        let fields = [fields.as_slice(), &[("paper_number", "纸9"), ("paper_day", "2016-01-31")]];
        let page = send(&mut office.screener, &format!("{at}/screen"), &fields.concat()).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        hold(&page, "finding-refused");
        assert!(page.body.contains("class=\"refuse\"") && page.body.contains("2016年1月31日"));
        assert!(page.body.contains("值得查一查") && page.body.contains("value=\"纸9\""));
        assert!(
            page.body.contains("value=\"pursue\" checked") && page.body.contains("<details open")
        );
        // A field at fault says so at its place.
        let page =
            send(&mut office.screener, &format!("{at}/screen"), &[("outcome", "close")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("f-reason-error"), "{}", page.body);
        hold(&page, "finding-fault");
    })
    .await;
}

#[tokio::test]
async fn whom_it_concerns_reads_it_and_is_heard() {
    on_both_engines(async |url| {
        let mut office = Office::new(&url).await;
        let at = office.verified().await;
        let held = office.noticed(&at, "G6").await;
        // Today the mayor finds it waiting, and in the own record.
        let page = look(&mut office.mayor, "/desk", "today-subject").await;
        assert!(page.body.contains("等您陈述1项"), "{}", page.body);
        assert!(page.body.contains(&format!("{held}/answer")));
        let page = look(&mut office.mayor, "/desk/me/record", "record-subject").await;
        assert!(page.body.contains("与我有关的问责") && page.body.contains(&held));
        let page = look(&mut office.mayor, &held, "accountability-mine").await;
        assert!(page.body.contains("当日值班表排定两人") && page.body.contains("您仍然可以陈述"));
        // The finding itself is not theirs to read.
        assert_eq!(office.mayor.get(&at).await.status, StatusCode::NOT_FOUND);
        let fields = [("statement", "当天两人临时下村，<b>我有责任</b>。")];
        done(&mut office.mayor, &format!("{held}/answer"), &fields).await;
        let page = look(&mut office.adjudicator, &held, "accountability-answered").await;
        assert!(page.body.contains("当天两人临时下村") && !page.body.contains("<b>我有责任"));
        // Who is heard once is not heard twice.
        let late = office.mayor.get(&format!("{held}/answer")).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
    })
    .await;
}

#[tokio::test]
async fn what_is_unfounded_leaves_the_desk_and_its_subject_is_cleared() {
    on_both_engines(async |url| {
        let mut office = Office::new(&url).await;
        let at = office.verified().await;
        let held = office.noticed(&at, "G6").await;
        let fields = [("outcome", "unfounded"), ("reason", "点名与值班表不符。")];
        let fields = [fields.as_slice(), &on("05", "")].concat();
        let to = done(&mut office.adjudicator, &format!("{at}/adjudicate"), &fields).await;
        assert_eq!(to, format!("{at}/suspicion"), "it is gone from the desk of whoever said so");
        for client in [&mut office.adjudicator, &mut office.clerk, &mut office.chair] {
            assert_eq!(client.get(&at).await.status, StatusCode::NOT_FOUND);
            let list = client.get("/desk/findings/export.csv").await;
            assert!(!list.body.contains("值班室半小时无人"), "{}", list.body);
        }
        let page = look(&mut office.mayor, &held, "accountability-unfounded").await;
        assert!(
            page.body.contains("澄清送到您手里") && !page.body.contains(&format!("{held}/answer"))
        );
        let page = look(&mut office.screener, "/desk", "today-clear").await;
        assert!(page.body.contains("待澄清1项"), "{}", page.body);
        look(&mut office.screener, &held, "accountability-to-clear").await;
        look(&mut office.screener, &at, "finding-unfounded").await;
        let page = look(&mut office.screener, &format!("{held}/clear"), "clear").await;
        assert!(page.body.contains("告知您的事项不实"), "a text to begin with");
        let page = send(&mut office.screener, &format!("{held}/clear"), &[("clearing", "")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("clearing", "此事与您无关。")];
        let to = done(&mut office.screener, &format!("{held}/clear"), &fields).await;
        assert_eq!(to, "/desk/accountabilities");
        assert_eq!(office.screener.get(&held).await.status, StatusCode::NOT_FOUND);
        let page = look(&mut office.mayor, &held, "accountability-cleared").await;
        assert!(page.body.contains("此事与您无关") && page.body.contains("2016年5月5日起抹除"));
        let page = look(&mut office.mayor, "/desk/me/record", "record-cleared").await;
        assert!(page.body.contains("2016年5月5日起抹除") && page.body.contains(&held));
        let page = look(&mut office.mayor, "/desk/notices", "notices-cleared").await;
        assert!(page.body.contains("此前告知您的事项不实"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn for_a_stranger_there_is_no_such_record() {
    on_both_engines(async |url| {
        let mut office = Office::new(&url).await;
        let at = office.verified().await;
        let held = office.noticed(&at, "G6").await;
        let number = "/desk/findings/numbered/2016-0001";
        let found = office.clerk.get(number).await;
        assert_eq!(found.location(), Some(at.as_str()));
        for persona in ["cadre", "inspector", "liaison", "hr"] {
            let mut stranger = browser(&office.county, persona).await;
            let page = stranger.get(&held).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{persona}");
            assert_eq!(stranger.get(&at).await.status, StatusCode::FORBIDDEN, "{persona}");
            let list = look(&mut stranger, "/desk/accountabilities", "accountabilities-none").await;
            assert!(!list.body.contains("郗怀朴"), "{persona}");
        }
        let list =
            look(&mut office.screener, "/desk/accountabilities?q=郗怀朴", "accountabilities").await;
        assert!(list.body.contains("找到1份") && list.body.contains("拟：通报批评"));
        assert!(list.body.contains("<th scope=\"col\">追责对象</th>"));
        let csv = office.screener.get("/desk/accountabilities/export.csv?stage=noticed").await;
        assert!(csv.body.contains("郗怀朴") && csv.body.contains("2016-02-03"));
        let odd = office.screener.get("/desk/findings?from=2016-13-01&page=x&unit=nobody").await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(odd.body.contains("class=\"err\""), "{}", odd.body);
    })
    .await;
}

/// The draft is edited: the form holds what stands, keeps what was typed, and saves a new version.
async fn edited(screener: &mut Client, at: &str, fields: &[(&str, &str)]) {
    let edit = format!("{at}/edit");
    assert!(look(screener, at, "bulletin-own-draft").await.body.contains(&edit));
    let form = look(screener, &edit, "bulletin-edit").await;
    for kept in ["value=\"检查不够。\"", "value=\"2016-06-30\"", "G10", "保存新版"] {
        assert!(form.body.contains(kept), "{kept}: {}", form.body);
    }
    let mut wrong = fields.to_vec();
    wrong.retain(|(name, _)| *name != "organ");
    wrong.retain(|(name, _)| *name != "title");
    wrong.push(("title", ""));
    let page = send(screener, &edit, &wrong).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    hold(&page, "bulletin-edit-fault");
    assert!(page.body.contains("f-title-error") && page.body.contains("自查如下。"));
    wrong.pop();
    wrong.push(("title", "自请通报值班检查"));
    assert_eq!(done(screener, &edit, &wrong).await, at);
    let page = look(screener, at, "bulletin-edited").await;
    assert!(page.body.contains("自请通报值班检查") && page.body.contains("修改拟稿"));
}

#[tokio::test]
async fn a_leaders_own_bulletin_waits_for_its_counter_signature() {
    on_both_engines(async |url| {
        let mut office = Office::new(&url).await;
        let fields = [
            ("organ", "QX50"),
            ("kind", "self_requested"),
            ("scope", "county"),
            ("title", "自请通报"),
            ("lead", "自查如下。"),
            ("requester", "G10"),
            ("faults.2", "检查不够。"),
            ("plan_item.1", "每周检查"),
            ("plan_standard.1", "有记录"),
            ("plan_due.1", "六月底"),
        ];
        let page = send(&mut office.screener, "/desk/bulletins/draft", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        hold(&page, "bulletin-fault");
        assert!(page.body.contains("href=\"#f-plan_due-1\"") && page.body.contains("检查不够。"));
        let mut fields = fields.to_vec();
        fields.pop();
        fields.push(("plan_due.1", "2016-06-30"));
        let at = done(&mut office.screener, "/desk/bulletins/draft", &fields).await;
        edited(&mut office.screener, &at, &fields).await;
        done(&mut office.verifier, &format!("{at}/check"), &[]).await;
        done(&mut office.adjudicator, &format!("{at}/review"), &[]).await;
        let page = send(&mut office.chair, &format!("{at}/sign"), &[]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("还没有会签"), "{}", page.body);
        done(&mut office.verifier, &format!("{at}/countersign"), &[]).await;
        done(&mut office.chair, &format!("{at}/sign"), &[]).await;
        let page = look(&mut office.screener, &at, "bulletin-own").await;
        assert!(page.body.contains("自请通报人：荀知远") && page.body.contains("2016年6月30日"));
    })
    .await;
}
