//! The file of a case through the pages: what is in it, the archive with its index, its hashes and its proofs, who
//! gets it, and that opening it is noted; the file check as a list and as a file.

use crate::look::look;
use axum::http::StatusCode;
use qz_acts::log::LogKeeper;
use qz_acts::record::view::{Page as Reads, ReadFilter};
use qz_domain::role::Role;
use qz_ledger::ProofFile;
use qz_testkit::client::{Client, demo_config};
use qz_testkit::county::{County, county, county_at};
use qz_testkit::engines::{chance, on_both_engines};
use qz_testkit::matter::Matter;
use qz_web::app::{WebConfig, app};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use tempfile::TempDir;
use zip::ZipArchive;

/// The county's log, signed up to now.
async fn signed(county: &County) -> (LogKeeper, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    LogKeeper::create(folder.path(), "qianxi.example/acts", &*chance()).unwrap();
    let keeper = LogKeeper::open(county.acts.clone(), folder.path()).unwrap();
    keeper.sign_now().await.unwrap();
    (keeper, folder)
}

/// A browser that took a persona, where the log is published.
async fn browser(county: &County, keeper: &LogKeeper, persona: &str) -> Client {
    let config = WebConfig { log: Some(keeper.log().clone()), ..demo_config() };
    let mut client = Client::new(app(county.acts.clone(), config));
    client.take(persona).await;
    client
}

fn unpack(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut read = vec![];
        file.read_to_end(&mut read).unwrap();
        files.insert(file.name().unwrap().into_owned(), read);
    }
    files
}

/// Each line of the index: name of the file and its hash.
fn index(files: &BTreeMap<String, Vec<u8>>) -> Vec<(String, String)> {
    let text = String::from_utf8(files["index.csv"].clone()).unwrap();
    let line = |line: &str| {
        let mut cells = line.rsplit(',').map(str::to_owned);
        let hash = cells.next().unwrap();
        (cells.next().unwrap(), hash)
    };
    text.lines().skip(1).map(line).collect()
}

#[tokio::test]
async fn the_archive_lists_every_file_with_its_hash_and_proves_every_act() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (finding, _) = Matter::in_county(county.clone()).await.upheld().await;
        let (keeper, _folder) = signed(&county).await;
        let mut office = browser(&county, &keeper, "adjudicator").await;
        let at = format!("/desk/findings/{finding}/dossier");
        let page = look(&mut office, &at, "dossier").await;
        for said in ["卷宗", "告知书", "认定书", "没有缺项", "dossier.zip"] {
            assert!(page.body.contains(said), "{said}: {}", page.body);
        }
        let given = office.get(&format!("{at}.zip")).await;
        assert_eq!(given.status, StatusCode::OK, "{}", given.body);
        assert_eq!(given.bytes, office.get(&format!("{at}.zip")).await.bytes, "the same bytes");
        let files = unpack(&given.bytes);
        let listed = index(&files);
        assert_eq!(listed.len() + 4, files.len(), "index twice, README, key: {:?}", files.keys());
        for (name, hash) in &listed {
            let digest = Sha256::digest(&files[name]);
            let hex = digest.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
            assert_eq!(*hash, hex, "{name}");
        }
        let key = keeper.log().key();
        let entries = files.keys().filter_map(|name| name.strip_suffix(".json"));
        let mut count = 0;
        for name in entries {
            let proof = String::from_utf8(files[&format!("{name}.tlog-proof")].clone()).unwrap();
            let proof: ProofFile = proof.parse().unwrap();
            proof.verify(&files[&format!("{name}.json")], key).unwrap();
            count += 1;
        }
        assert!(count >= 7, "{count}");
        let paper = String::from_utf8(files["001-visit.html"].clone()).unwrap();
        assert!(paper.contains("<style>") && !paper.contains("<script"), "{paper}");
        let readme = String::from_utf8(files["README.txt"].clone()).unwrap();
        assert!(readme.contains("ledger check proofs") && readme.contains(&key.to_string()));
    })
    .await;
}

#[tokio::test]
async fn whoever_may_not_read_every_piece_gets_no_archive_and_opening_it_is_noted() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (finding, _) = Matter::in_county(county.clone()).await.upheld().await;
        let (keeper, _folder) = signed(&county).await;
        let at = format!("/desk/findings/{finding}/dossier");
        let mut clerk = browser(&county, &keeper, "clerk").await;
        let page = look(&mut clerk, &at, "dossier-withheld").await;
        assert!(page.body.contains("您看不到其中的：问责"), "{}", page.body);
        let refused = clerk.get(&format!("{at}.zip")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for persona in ["cadre", "audit"] {
            let mut other = browser(&county, &keeper, persona).await;
            let status = other.get(&format!("{at}.zip")).await.status;
            assert!([StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&status), "{status}");
        }
        let head = county.account(Role::Head).await;
        county.acts.settle_reads().await;
        let all = ReadFilter::default();
        let before = county.acts.own_reads(head, &all, Reads::all()).await.unwrap().1;
        let mut office = browser(&county, &keeper, "adjudicator").await;
        assert_eq!(office.get(&format!("{at}.zip")).await.status, StatusCode::OK);
        county.acts.settle_reads().await;
        let after = county.acts.own_reads(head, &all, Reads::all()).await.unwrap().1;
        assert_eq!(after, before + 1);
    })
    .await;
}

#[tokio::test]
async fn the_file_check_lists_what_is_missing_with_rule_place_and_file() {
    on_both_engines(async |url| {
        let county = county_at(&url, "2016-12-01T01:00:00Z".parse().unwrap()).await;
        let matter = Matter::in_county(county.clone()).await;
        let mut clerk = crate::look::browser(&county, "clerk").await;
        let none = look(&mut clerk, "/desk/file-check", "file-check-none").await;
        assert!(none.body.contains("没有缺项"), "{}", none.body);
        let finding = matter.verified().await;
        matter.notify(matter.proposer, finding, ("G6", "circulated_criticism")).await.unwrap();
        let at = "/desk/file-check?rule=window_passed&unit=QX20";
        let list = look(&mut clerk, at, "file-check").await;
        for said in ["陈述期满未办", "问责1", "县里自定"] {
            assert!(list.body.contains(said), "{said}: {}", list.body);
        }
        assert!(list.body.contains(&format!("/desk/findings/{finding}/dossier")));
        let other = clerk.get("/desk/file-check?rule=receipt").await;
        assert!(!other.body.contains("县里自定"), "{}", other.body);
        let file = clerk.get("/desk/file-check/export.csv?rule=window_passed").await;
        assert!(file.body.contains("陈述期满未办"), "{}", file.body);
    })
    .await;
}
