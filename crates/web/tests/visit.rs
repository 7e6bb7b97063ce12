//! The desk's pages of visits, as a browser sees them: from the plan to the reply, refusals in both
//! languages, the grid, files, and nothing for those whom it does not concern.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use qz_document::sheet;
use qz_domain::role::Role;
use qz_testkit::client::{Client, Page};
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;

async fn browser(county: &County, persona: &str) -> Client {
    let mut client = Client::at_demo(&county.acts);
    client.take(persona).await;
    client
}

fn plan<'a>(request: &'a str, team: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("request", request),
        ("organ", "QX10"),
        ("unit", "QX20 枫渡镇"),
        ("manner", "open"),
        ("from", "2016-02-15"),
        ("until", ""),
        ("purpose", "节后在岗情况"),
        ("team", team),
    ]
}

fn report<'a>(request: &'a str, version: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("request", request),
        ("version", version),
        ("visited_at", "2016-02-15T09:20"),
        ("manner", "open"),
        ("observed", "09:20到达，<b>四个</b>窗口有人。"),
        ("outcome", "nothing"),
        ("told", "值班副镇长"),
    ]
}

/// Plans a visit and tells where it is.
async fn planned(clerk: &mut Client) -> String {
    clerk.get("/desk/visits/plan").await;
    let page = clerk.post("/desk/visits/plan", &plan("plan-1", "G2、G3")).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    page.location().unwrap().to_owned()
}

#[tokio::test]
async fn a_visit_goes_from_the_plan_to_the_reply_through_the_pages() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let at = planned(&mut clerk).await;
        // The same form sent again is the same act.
        let again = clerk.post("/desk/visits/plan", &plan("plan-1", "G2、G3")).await;
        assert_eq!(again.location(), Some(at.as_str()));

        let mut first = browser(&county, "inspector").await;
        assert_eq!(first.get(&format!("{at}/report")).await.status, StatusCode::OK);
        let page = first.post(&format!("{at}/report"), &report("report-1", "1")).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
        let page = first.get(&at).await;
        assert!(page.body.contains("待会签") && !page.body.contains("会签归档</button>"));
        assert!(page.body.contains("&#60;b&#62;四个") || page.body.contains("&lt;b&gt;四个"));

        let second = county.open("zhongli", "G3", Role::Inspector, "QX10").await;
        let visit = at.rsplit('/').next().unwrap().parse().unwrap();
        county.done(qz_acts::visit::SignVisit { actor: second, visit, version: 2 }).await;

        let mut head = browser(&county, "head").await;
        let page = head.get(&format!("{at}/reply")).await;
        assert_eq!(page.status, StatusCode::OK);
        let fields =
            [("request", "reply-1"), ("version", "3"), ("position", "disputes"), ("body", "")];
        let page = head.post(&format!("{at}/reply"), &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("f-body-error"), "{}", page.body);
        let fields = [
            ("request", "reply-1"),
            ("version", "3"),
            ("position", "disputes"),
            ("body", "三号窗在换班"),
        ];
        let page = head.post(&format!("{at}/reply"), &fields).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
        let page = clerk.get(&at).await;
        assert!(page.body.contains("三号窗在换班") && page.body.contains("有异议"));
        assert_eq!(page.body.matches("/verify?leaf=").count(), 4);
        // Who comes with an old version is told so, and finds what was typed.
        let late = [
            ("request", "reply-2"),
            ("version", "3"),
            ("position", "agrees"),
            ("body", "没有意见"),
        ];
        let page = head.post(&format!("{at}/reply"), &late).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("class=\"refuse\"") && page.body.contains("没有意见"));
        assert_eq!(page.hidden("version").as_deref(), Some("4"));
    })
    .await;
}

async fn refused(client: &mut Client, team: &str) -> Page {
    client.get("/desk/visits/plan").await;
    let page = client.post("/desk/visits/plan", &plan(&format!("plan {team}"), team)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.body);
    // Nothing that was typed is lost.
    assert!(page.body.contains("节后在岗情况"));
    page
}

#[tokio::test]
async fn each_refusal_names_its_guard_in_both_languages() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut chinese = browser(&county, "clerk").await;
        let mut english = browser(&county, "clerk").await;
        english.cookies.insert("lang".to_owned(), "en".to_owned());
        let cases =
            [("G2", "两人以上", "two inspectors"), ("G2、G5", "G2", "G2"), ("G2、G8", "G2", "G2")];
        for (team, guard, guard_en) in cases {
            let page = refused(&mut chinese, team).await;
            assert!(page.body.contains("class=\"refuse\"") && page.body.contains(guard), "{team}");
            let page = refused(&mut english, team).await;
            let text = page.body.to_lowercase();
            assert!(text.contains("class=\"refuse\""), "{team}");
            assert!(text.contains(&guard_en.to_lowercase()), "{team}: {text}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_grid_files_what_is_right_and_keeps_what_is_not() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let page = clerk.get("/desk/visits/grid").await;
        assert_eq!(page.body.matches("name=\"unit.").count(), 30);
        let request = page.hidden("request").unwrap();
        let good = |row: usize, number: &str, team: &str| -> Vec<(String, String)> {
            [
                ("number", number),
                ("unit", "枫渡镇"),
                ("manner", "open"),
                ("visited_at", "2016-02-15 09:20"),
                ("team", team),
                ("observed", "窗口有人"),
                ("outcome", "nothing"),
                ("told", "值班副镇长"),
            ]
            .map(|(name, value)| (format!("{name}.{row}"), value.to_owned()))
            .into()
        };
        let rows = [
            good(1, "2016-0007", "G2 G3"),
            good(2, "2016-0008", "G2 G4"),
            good(9, "三十号", "G2 G3"),
        ]
        .concat();
        let mut fields: Vec<_> = rows.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        fields.push(("request", &request));
        let page = clerk.post("/desk/visits/grid", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            page.body.contains("已归档1张") && page.body.contains("有2行没有归档"),
            "{}",
            page.body
        );
        assert!(
            page.body.contains("value=\"2016-0008\"") && page.body.contains("value=\"三十号\"")
        );
        assert!(!page.body.contains("value=\"2016-0007\""));
        // Sent again, the row that was filed is not filed twice.
        let again = clerk.post("/desk/visits/grid", &fields).await;
        assert!(again.body.contains("已归档1张"));
        let list = clerk.get("/desk/visits").await;
        assert!(list.body.contains("共1次走访"));
    })
    .await;
}

#[tokio::test]
async fn the_export_has_the_rows_of_the_screen_and_no_formula() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let actor = county.account(Role::Clerk).await;
        for number in 1..=60 {
            let form = qz_acts::visit::PaperVisitForm {
                number: format!("2016-{number:04}"),
                unit: if number % 3 == 0 { "柳湾镇" } else { "枫渡镇" }.to_owned(),
                manner: "暗访".to_owned(),
                visited_at: "2016-02-15 09:20".to_owned(),
                team: vec!["G2、G3".to_owned()],
                observed: "=HYPERLINK(\"http://x\")".to_owned(),
                outcome: "无问题".to_owned(),
                ..qz_acts::visit::PaperVisitForm::default()
            };
            county.done(qz_acts::visit::FilePaperVisit { actor, form }).await;
        }
        let page = clerk.get("/desk/visits?q=%E6%9F%B3%E6%B9%BE").await;
        assert!(page.body.contains("找到20次走访"));
        let file = clerk.get("/desk/visits/export.csv?q=%E6%9F%B3%E6%B9%BE").await;
        let table = sheet::read(file.body.as_bytes()).unwrap();
        assert_eq!(table.rows.len(), 20);
        assert!(!file.body.contains("\n=HYPER") && !file.body.contains(",=HYPER"));
        let all = clerk.get("/desk/visits/export.csv").await;
        assert_eq!(sheet::read(all.body.as_bytes()).unwrap().rows.len(), 60);
        let second = clerk.get("/desk/visits?page=2").await;
        assert_eq!(second.body.matches("<th scope=\"row\"").count(), 10);
        let odd = clerk.get("/desk/visits?from=2016-13-01&page=nonsense").await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(odd.body.contains("class=\"err\"") && !odd.body.contains("<th scope=\"row\""));
    })
    .await;
}

/// A lossless picture of one pixel.
const WEBP: &[u8] = b"RIFF\x1a\0\0\0WEBPVP8L\x0e\0\0\0/\0\0\0\0\x07\x10\x11\xfd\x0fDD\xff\x03";

fn upload(at: &str, csrf: &str, version: &str, bytes: &[u8], name: &str) -> Request<Body> {
    let mut body = Vec::new();
    for (field, value) in [("csrf", csrf), ("request", name), ("version", version)] {
        body.extend(
            format!("--x\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n")
                .bytes(),
        );
    }
    let head = format!(
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
    );
    body.extend(head.bytes());
    body.extend(bytes);
    body.extend(b"\r\n--x--\r\n");
    Request::post(format!("{at}/evidence"))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body))
        .unwrap()
}

#[tokio::test]
async fn a_file_that_is_not_what_it_says_is_refused_with_a_sentence() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let actor = county.account(Role::Clerk).await;
        let form = qz_acts::visit::PaperVisitForm {
            unit: "枫渡镇".to_owned(),
            manner: "暗访".to_owned(),
            visited_at: "2016-02-15 09:20".to_owned(),
            team: vec!["G2、G3".to_owned()],
            observed: "窗口有人".to_owned(),
            outcome: "无问题".to_owned(),
            ..qz_acts::visit::PaperVisitForm::default()
        };
        let done = county.done(qz_acts::visit::FilePaperVisit { actor, form }).await;
        let at = format!("/desk/visits/{}", done.visit);
        clerk.get(&at).await;
        let csrf = clerk.csrf.clone();
        let page = clerk.send(upload(&at, &csrf, "1", b"MZ\x90\0 no picture", "photo.png")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.body);
        assert!(page.body.contains("PNG"), "{}", page.body);
        assert!(clerk.get(&at).await.body.contains("没有佐证"));
        let pdf = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";
        let page = clerk.send(upload(&at, &csrf, "1", pdf, "note.pdf")).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
        let page = clerk.send(upload(&at, &csrf, "2", WEBP, "photo.webp")).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
        let page = clerk.get(&at).await;
        let links = page.body.split("href=\"").filter(|part| part.contains("/evidence/"));
        let links: Vec<_> = links.map(|part| part.split('"').next().unwrap().to_owned()).collect();
        for (link, media_type) in links.iter().zip(["application/pdf", "image/webp"]) {
            let file = clerk.get(link).await;
            assert_eq!(file.headers[header::CONTENT_TYPE], media_type);
            let disposition = file.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
            assert!(disposition.starts_with("attachment"), "{disposition}");
        }
        let [link, _] = links.as_slice() else { panic!("{links:?}") };
        for persona in ["hr", "audit", "inspector"] {
            let mut other = browser(&county, persona).await;
            let allowed = persona == "inspector";
            assert_eq!(other.get(link).await.status == StatusCode::OK, allowed, "{persona}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_sheet_of_paper_leads_back_to_its_record() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut clerk = browser(&county, "clerk").await;
        let at = planned(&mut clerk).await;
        let sheet = clerk.get(&format!("{at}/paper")).await;
        assert!(sheet.body.contains("2016-0001") && sheet.body.contains("<svg"));
        let back = clerk.get("/desk/visits/numbered/2016-0001").await;
        assert_eq!(back.location(), Some(at.as_str()));
        assert_eq!(
            clerk.get("/desk/visits/numbered/2016-0002").await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(clerk.get("/desk/visits/paper").await.status, StatusCode::OK);
        // A plan is unknown to the unit it will visit.
        let mut head = browser(&county, "head").await;
        for path in
            [at.clone(), format!("{at}/paper"), "/desk/visits/numbered/2016-0001".to_owned()]
        {
            assert_eq!(head.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_plans_beside_another_visit_is_told_and_beyond_the_cap_names_a_leader() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let leader = county.office_leader().await;
        let mut clerk = browser(&county, "clerk").await;
        clerk.get("/desk/visits/plan").await;
        let mut send = async |request, more: &[(&str, &str)]| {
            let mut form = plan(request, "G2、G3");
            form[4] = ("from", "2021-04-06");
            form.extend_from_slice(more);
            clerk.post("/desk/visits/plan", &form).await
        };
        assert_eq!(send("one", &[]).await.status, StatusCode::SEE_OTHER);
        let page = send("two", &[]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("枫渡镇同一周另有1次走访"), "{}", page.body);
        assert!(page.body.contains("2021-04-06") && page.body.contains("洛书远、钟离雨"));
        let told = page.hidden("told").expect("what was told");
        let went = send("two", &[("told", &told)]).await;
        assert_eq!(went.status, StatusCode::SEE_OTHER, "{}", went.body);
        // Sent again it is the same act, though by now there is one more beside it.
        assert_eq!(send("two", &[("told", &told)]).await.location(), went.location());

        let told = send("three", &[]).await.hidden("told").expect("what was told");
        let page = send("three", &[("told", &told)]).await;
        assert!(page.body.contains("枫渡镇本季度已有2次走访"), "{}", page.body);
        assert_eq!(page.hidden("told"), Some(told.clone()));
        let over = [("told", told.as_str()), ("over_reason", "回访"), ("approver", leader)];
        let page = send("three", &over).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
        let at = page.location().unwrap().to_owned();
        let page = clerk.get(&at).await;
        assert!(
            page.body.contains("已有2次，上限2次。理由：回访。同意人：岑望舒"),
            "{}",
            page.body
        );
    })
    .await;
}
