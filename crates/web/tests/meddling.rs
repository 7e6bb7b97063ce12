//! The register of meddling in cases, over every door: whoever is recorded, who leads them or works under them, the officers and
//! the public read no entry, and no page of theirs tells who wrote one. Two counties are told apart by nothing but that: every
//! page is the same, to the byte, whichever of two people of the commission wrote the entry.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::http::StatusCode;
use qz_acts::StoreUrl;
use qz_acts::adoption::{AdoptionForm, ApproveAdoption, DraftAdoption};
use qz_acts::filing::{FilingForm, MakeFiling};
use qz_acts::matter::PaperForm;
use qz_domain::id::{AdoptionId, FilingId};
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_mechanism::shipped;
use qz_testkit::attendance::at;
use qz_testkit::client::{Client, demo_config};
use qz_testkit::county::{County, county_at};
use qz_web::app::doors;
use qz_web::door::Method;
use std::collections::BTreeSet;
use tempfile::TempDir;

/// What was said.
const WORDS: &str = "把那个案子压一压";
/// Who is recorded: G6, the head of QX20.
const RECORDED: &str = "郗怀朴，枫渡镇镇长";

/// Whoever must learn nothing: the recorded person, who works under them, who leads them, and everybody else with an office;
/// nobody at all is the public.
const OUTSIDE: [Option<Role>; 12] = [
    None,
    Some(Role::Head),
    Some(Role::Liaison),
    Some(Role::Cadre),
    Some(Role::FirstSecretary),
    Some(Role::CountyLeader),
    Some(Role::Clerk),
    Some(Role::Hr),
    Some(Role::Organisation),
    Some(Role::System),
    Some(Role::Security),
    Some(Role::Audit),
];

/// A county in which somebody of the commission recorded an entry.
struct World {
    county: County,
    adoption: AdoptionId,
    entry: FilingId,
    _folder: TempDir,
}

impl World {
    async fn with(recorder: Role) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = StoreUrl::Sqlite(folder.path().join("county.db"));
        let county = county_at(&url, at("2016-03-01 09:00")).await;
        let adoption = in_force(&county).await;
        let fields = [
            ("案件", "〔2016〕7号"),
            ("过问人及职务", RECORDED),
            ("时间和方式", "电话"),
            ("原话", WORDS),
            ("是否履行职责", "否"),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let form = FilingForm {
            element: "插手过问案件".to_owned(),
            unit: "QX50".to_owned(),
            fields: fields.to_vec(),
            ..FilingForm::default()
        };
        let actor = county.account(recorder).await;
        let entry = county.done(MakeFiling { actor, adoption, form }).await.filing;
        Self { county, adoption, entry, _folder: folder }
    }

    async fn client(&self, role: Option<Role>) -> Client {
        let mut client = Client::at_demo(&self.county.acts);
        if let Some(role) = role {
            client.take(role.code()).await;
        }
        client
    }

    /// The addresses of every page, with what a curious visitor would put into them.
    fn addresses(&self) -> BTreeSet<String> {
        let (adoption, entry) = (self.adoption.to_string(), self.entry.to_string());
        let parts = [adoption.as_str(), &entry, "1", "case-meddling", "G16", "QX50", "2016"];
        let doors = doors(&demo_config());
        let pages = doors.listed().iter().filter(|door| door.method == Method::Get);
        let mut all: BTreeSet<String> = pages.flat_map(|door| filled(door.path, &parts)).collect();
        for account in ["adjudicator", "discipline"] {
            all.insert(format!("/desk/log?account={account}"));
            all.insert(format!("/desk/log/export.csv?account={account}"));
        }
        let about = format!("adoption={adoption}&element=分类&cycle=2016-03-01&unit=QX50");
        all.insert(format!("/desk/log?kind=filing:{entry}"));
        all.insert(format!("/desk/filings/file?{about}&answers={entry}"));
        all.insert(format!("/desk/registers/write?{about}&answers={entry}"));
        all.insert(format!("/desk/schemes/{adoption}/run?from=2016-01-01&to=2016-12-31"));
        all
    }
}

/// The shipped scheme in force in the commission, the court of this county.
async fn in_force(county: &County) -> AdoptionId {
    let (_, text) = shipped::FILES.iter().find(|(code, _)| *code == "case-meddling").unwrap();
    let form = AdoptionForm {
        unit: "QX50".to_owned(),
        covers: "alone".to_owned(),
        text: (*text).to_owned(),
        paper: PaperForm::default(),
    };
    let actor = county.account(Role::Discipline).await;
    let adoption = county.done(DraftAdoption { actor, form }).await.adoption;
    let paper = PaperForm {
        number: "过问1".to_owned(),
        day: "2016-03-01".to_owned(),
        by: "G10".to_owned(),
        ..PaperForm::default()
    };
    let actor = county.account(Role::FirstSecretary).await;
    let (since, reason) = ("2016-03-01".to_owned(), "按院党组会议办。".to_owned());
    county.done(ApproveAdoption { actor, adoption, version: 1, since, reason, paper }).await;
    adoption
}

/// A path with each of some values in place of its parameters.
fn filled(path: &str, parts: &[&str]) -> Vec<String> {
    if !path.contains('{') {
        return vec![path.to_owned()];
    }
    let fill = |value: &&str| {
        let mut rest = path;
        let mut out = String::new();
        while let Some((before, after)) = rest.split_once('{') {
            out += before;
            out += value;
            rest = after.split_once('}').unwrap().1;
        }
        out + rest
    };
    parts.iter().map(fill).collect()
}

/// A page without what is drawn by lot or hashed: every long run of letters and figures, and the first figures of a root.
fn plain(body: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "+/_=-".contains(c);
    let mut out = String::with_capacity(body.len());
    let mut run = String::new();
    for c in body.chars().chain(['\n']) {
        if is_part(c) {
            run.push(c);
            continue;
        }
        let is_hash = run.len() >= 8 && run.bytes().all(|byte| byte.is_ascii_hexdigit());
        out += if run.len() >= 20 || is_hash { "#" } else { &run };
        run.clear();
        out.push(c);
    }
    out
}

/// The first line in which two pages differ.
fn difference(one: &str, other: &str) -> Option<(String, String)> {
    let apart =
        |(one, other): (&str, &str)| (one != other).then(|| (one.to_owned(), other.to_owned()));
    let same_length = one.lines().count() == other.lines().count();
    let found = one.lines().zip(other.lines()).find_map(apart);
    found.or_else(|| (!same_length).then(|| (one.to_owned(), other.to_owned())))
}

#[tokio::test]
async fn no_page_of_whoever_is_outside_tells_an_entry_or_who_wrote_it() {
    let worlds = [World::with(Role::Adjudicator).await, World::with(Role::Discipline).await];
    assert_eq!(worlds[0].entry, worlds[1].entry, "the counties differ in nothing else");
    let (mut pages, mut read) = (0, 0);
    for role in OUTSIDE {
        let mut clients = [worlds[0].client(role).await, worlds[1].client(role).await];
        for address in worlds[0].addresses() {
            if address == "/sign-out" {
                continue;
            }
            let [one, other] = &mut clients;
            let (one, other) = (one.get(&address).await, other.get(&address).await);
            let whose = role.map_or("the public", Role::code);
            assert_eq!(one.status, other.status, "{whose} {address}");
            for told in [&one.body, &other.body] {
                assert!(!told.contains(WORDS), "{whose} reads the entry at {address}");
            }
            let apart = difference(&plain(&one.body), &plain(&other.body));
            assert_eq!(apart, None, "{whose} tells them apart at {address}");
            pages += 1;
            read += usize::from(one.status == StatusCode::OK);
        }
    }
    println!("meddling: {pages} pages, {read} of them opened, 0 told");
    assert!(read > 500, "{read} pages opened");
}

#[tokio::test]
async fn the_officer_of_the_commission_reads_the_entry_and_who_wrote_it() {
    let world = World::with(Role::Adjudicator).await;
    let mut officer = world.client(Some(Role::Discipline)).await;
    let registers = officer.get("/desk/registers").await;
    assert!(registers.body.contains(WORDS) && registers.body.contains("仲明夷"));
    let owed = officer.get("/desk").await;
    assert!(owed.body.contains("分类"), "it waits to be classified by somebody else");
    let mut writer = world.client(Some(Role::Adjudicator)).await;
    assert!(writer.get("/desk/registers").await.body.contains(WORDS), "one's own always");
}
