//! The demo's year in a store: the files of `demo/2015`, imported by the acts a person uses.

use qz_acts::identity::demo::{Persona, open_personas};
use qz_acts::identity::init::{County, found};
use qz_acts::import::{ImportKind, read};
use qz_acts::{Acts, BatchMode, StoreUrl};
use qz_domain::id::AccountId;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_testkit::client::Client;
use qz_testkit::engines;
use qz_web::app::{WebConfig, app};
use qz_web::shell::Named;
use std::path::Path;

/// The kinds of files in the order of their import, and who may import them.
const FILES: [(ImportKind, Role); 6] = [
    (ImportKind::Units, Role::Hr),
    (ImportKind::Posts, Role::Hr),
    (ImportKind::People, Role::Hr),
    (ImportKind::Kin, Role::Hr),
    (ImportKind::Training, Role::Hr),
    (ImportKind::Visits, Role::Clerk),
];

/// The county before anything was imported: its root unit and two accounts.
pub async fn beginning(url: &StoreUrl) -> Acts {
    let acts = engines::acts(url).await;
    let county = County {
        code: "SH".to_owned(),
        name: "示河县".to_owned(),
        name_en: "Shihe County".to_owned(),
        since: Some(jiff::civil::date(2000, 1, 1)),
    };
    found(&acts, county).await.expect("a county");
    let personas = [Role::Hr, Role::Clerk].map(|role| Persona::open(role, None, "SH".to_owned()));
    open_personas(&acts, &personas).await.expect("the accounts");
    acts
}

/// The whole year: 143 units, 1630 filed visits.
pub async fn year(url: &StoreUrl) -> Acts {
    let acts = beginning(url).await;
    for (kind, role) in FILES {
        let actor = account(&acts, role).await;
        let text = std::fs::read(file(kind)).expect("a file of the demo");
        let file = read(kind, kind.code(), &text).expect("a file that can be read");
        let all = BatchMode::AllOrNothing;
        let report = acts.import(actor, &file, all, Box::new(|_, _| true)).await;
        let report = report.expect("an import");
        assert!(report.kept, "{kind:?}: {:?}", report.refused.first());
    }
    acts
}

fn file(kind: ImportKind) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/2015");
    folder.join(format!("{}.csv", kind.code()))
}

async fn account(acts: &Acts, role: Role) -> AccountId {
    let (accounts, _) = acts.accounts(None, 1, 200).await.expect("the accounts");
    let found = accounts.into_iter().find(|listed| listed.account.name == role.code());
    found.expect("the account").account.id
}

/// How the demo county is served, with an address that people reach it under.
pub fn config() -> WebConfig {
    let office = Named::new("示河县效能督查办公室", "Shihe County Efficiency Office");
    WebConfig {
        public_url: Some("http://shihe.example".parse().expect("an address")),
        ..WebConfig::new(Named::new("示河县", "Shihe County"), office)
    }
}

/// A visitor of the demo county's site.
pub fn visitor(acts: &Acts) -> Client {
    Client::new(app(acts.clone(), config()))
}
