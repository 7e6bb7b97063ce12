//! The log's keeper: it signs what continues, publishes what it signed, and refuses the rest.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use qz_acts::Acts;
use qz_acts::log::{Folder, LogFault, LogKeeper, Options, PublicLog, Site, Sought, verify_store};
use qz_acts::organisation::{AddUnit, UnitForm};
use qz_domain::id::UnitId;
use qz_domain::role::Role;
use qz_ledger::{ProofFile, SignerRefusal, TileLevel, TilePath, audit, audit_against};
use qz_store::StoreUrl;
use qz_testkit::county::{County, county};
use qz_testkit::engines::{acts, chance, on_both_engines};
use std::error::Error;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use tempfile::{TempDir, tempdir};

const ORIGIN: &str = "qianxi.example/acts";

fn keeper(acts: &Acts) -> (LogKeeper, TempDir) {
    let folder = tempdir().unwrap();
    LogKeeper::create(folder.path(), ORIGIN, &*chance()).unwrap();
    (LogKeeper::open(acts.clone(), folder.path()).unwrap(), folder)
}

async fn add_unit(county: &County, code: &str) -> UnitId {
    let actor = county.account(Role::Hr).await;
    let form = UnitForm {
        code: code.to_owned(),
        name: format!("{code}镇"),
        name_en: String::new(),
        kind: "乡镇".to_owned(),
        parent: "QX".to_owned(),
        line: "乡镇".to_owned(),
        since: "2000-01-01".to_owned(),
    };
    county.done(AddUnit { actor, form, source: String::new() }).await.unit
}

/// What lies behind a fault.
fn cause(fault: &LogFault) -> String {
    fault.source().map(ToString::to_string).unwrap_or_default()
}

#[tokio::test]
async fn the_key_is_made_once_and_for_its_owner_alone() {
    let folder = tempdir().unwrap();
    let key = LogKeeper::create(folder.path(), ORIGIN, &*chance()).unwrap();
    assert_eq!(key.name(), ORIGIN);
    let state = fs::read_to_string(folder.path().join("log.state")).unwrap();
    assert_eq!(state, "qz-signer/v1\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    let again = LogKeeper::create(folder.path(), ORIGIN, &*chance()).unwrap_err();
    assert!(
        again.to_string().ends_with("log.key is there already: a log keeps its key"),
        "{again}"
    );

    let store = tempdir().unwrap();
    let acts = acts(&StoreUrl::Sqlite(store.path().join("county.db"))).await;
    assert_eq!(LogKeeper::open(acts.clone(), folder.path()).unwrap().log().key(), &key);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let file = folder.path().join("log.key");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        let open = LogKeeper::open(acts.clone(), folder.path()).unwrap_err();
        assert!(open.to_string().ends_with("may be read by others: make it mode 0600"), "{open}");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    }
    fs::remove_file(folder.path().join("log.state")).unwrap();
    let forgetful = LogKeeper::open(acts, folder.path()).unwrap_err();
    assert!(forgetful.to_string().ends_with("log.state cannot be read"), "{forgetful}");
}

#[tokio::test]
async fn a_name_that_cannot_be_a_keys_is_refused_and_leaves_no_file() {
    let folder = tempdir().unwrap();
    let fault = LogKeeper::create(folder.path(), "千溪 acts", &*chance()).unwrap_err();
    assert_eq!(
        cause(&fault),
        "a key name is not empty and has no space, plus or control character"
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn the_ledger_is_signed_when_there_is_something_new() {
    on_both_engines(async |url| {
        let empty = acts(&url).await;
        let (keeper, _folder) = keeper(&empty);
        assert_eq!(keeper.sign_now().await.unwrap(), None);
        assert_eq!(keeper.log().checkpoint().await.unwrap(), None);

        let county = county(&url).await;
        let first = keeper.sign_now().await.unwrap().unwrap();
        assert_eq!(keeper.sign_now().await.unwrap(), None);
        assert_eq!(keeper.log().checkpoint().await.unwrap(), Some(first.note.clone()));
        add_unit(&county, "QZ1").await;
        let second = keeper.sign_now().await.unwrap().unwrap();
        assert_eq!(second.size, first.size + 1);
        assert_eq!(keeper.files().state().unwrap().size, second.size);
        let standing = keeper.log().standing().await.unwrap();
        assert_eq!(standing.head.signed, Some((second.size, second.root)));
        assert_eq!(standing.checkpoint.unwrap().note, second.note);

        let signer = Some(keeper.files().state().unwrap());
        let check = keeper.log().check_now(signer).await.unwrap();
        let found = check.outcome.clone().unwrap();
        assert_eq!((found.size, found.checkpoints, found.signed), (second.size, 2, true));
        assert_eq!(keeper.log().last_check(), Some(check));
    })
    .await;
}

#[tokio::test]
async fn a_signature_lost_between_file_and_store_is_made_again() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (keeper, folder) = keeper(&county.acts);
        let first = keeper.sign_now().await.unwrap().unwrap();
        add_unit(&county, "QZ1").await;
        let head = keeper.log().standing().await.unwrap().head;
        // The machine stopped after writing the file and before keeping the checkpoint.
        let state = format!("qz-signer/v1\n{}\n{}\n", head.size, head.root);
        fs::write(folder.path().join("log.state"), state).unwrap();
        let second = keeper.sign_now().await.unwrap().unwrap();
        assert_eq!((second.size, second.root), (first.size + 1, head.root));

        // And a file that lags behind the store catches up.
        let state = format!("qz-signer/v1\n{}\n{}\n", first.size, first.root);
        fs::write(folder.path().join("log.state"), state).unwrap();
        assert_eq!(keeper.sign_now().await.unwrap(), None);
        assert_eq!(keeper.files().state().unwrap().size, second.size);
    })
    .await;
}

#[tokio::test]
async fn an_older_copy_of_the_database_is_not_signed() {
    let folder = tempdir().unwrap();
    let url = StoreUrl::Sqlite(folder.path().join("county.db"));
    let county = county(&url).await;
    let (keeper, keys) = keeper(&county.acts);
    let older = keeper.sign_now().await.unwrap().unwrap();
    let copy = StoreUrl::Sqlite(folder.path().join("copy.db"));
    for ending in ["", "-wal"] {
        let file = |name: &str| folder.path().join(format!("{name}.db{ending}"));
        fs::copy(file("county"), file("copy")).unwrap();
    }
    add_unit(&county, "QZ1").await;
    let newer = keeper.sign_now().await.unwrap().unwrap();

    let restored = County { acts: acts(&copy).await };
    let keeper = LogKeeper::open(restored.acts.clone(), keys.path()).unwrap();
    let (kept, offered) = (newer.size, older.size);
    match keeper.sign_now().await {
        Err(LogFault::Refused(SignerRefusal::Rollback { kept: k, offered: o })) => {
            assert_eq!((k, o), (kept, offered));
        }
        other => panic!("{other:?}"),
    }
    let check = keeper.log().check_now(Some(keeper.files().state().unwrap())).await.unwrap();
    let said = check.outcome.unwrap_err();
    assert!(said.contains("an older copy of the database was restored"), "{said}");
    for code in ["QY1", "QY2"] {
        add_unit(&restored, code).await;
        let refused = keeper.sign_now().await.unwrap_err();
        assert!(cause(&refused).starts_with("not signed: "), "{refused:?}");
    }
    assert_eq!(keeper.log().checkpoint().await.unwrap(), Some(older.note));
}

#[tokio::test]
async fn a_proof_file_convinces_whoever_holds_the_key() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (keeper, _folder) = keeper(&county.acts);
        let log = keeper.log();
        let none = log.prove(Sought::Leaf(0)).await.unwrap_err();
        assert!(matches!(none, LogFault::NoCheckpoint), "{none:?}");
        let size = keeper.sign_now().await.unwrap().unwrap().size;
        for index in [0, 1, size / 2, size - 1] {
            let proved = log.prove(Sought::Leaf(index)).await.unwrap().unwrap();
            assert_eq!(proved.size, size);
            let file: ProofFile = proved.proof.parse().unwrap();
            file.verify(proved.leaf.entry.as_bytes(), log.key()).unwrap();
            file.verify(b"another entry", log.key()).unwrap_err();
            let by_act = log.prove(Sought::Act(proved.leaf.act)).await.unwrap().unwrap();
            assert_eq!(by_act, proved);
        }
        assert_eq!(log.prove(Sought::Leaf(size)).await.unwrap(), None);
        let unit = add_unit(&county, "QZ1").await;
        let timeline = county.acts.timeline(unit).await.unwrap();
        let fault = log.prove(Sought::Act(timeline[0].id)).await.unwrap_err();
        assert_eq!(
            fault.to_string(),
            format!(
                "leaf {size} is not covered by a checkpoint yet: the newest covers {size} leaves"
            )
        );
    })
    .await;
}

/// Every file below a folder, by its path within.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, mut found): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    found.extend(folders.iter().flat_map(|folder| files(folder)));
    found.sort();
    found
}

#[tokio::test]
async fn an_exported_folder_passes_an_outsiders_audit_and_grows() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (keeper, _folder) = keeper(&county.acts);
        let log = keeper.log();
        let out = tempdir().unwrap();
        let none = log.export(out.path()).await.unwrap_err();
        assert!(matches!(none, LogFault::NoCheckpoint), "{none:?}");
        keeper.sign_now().await.unwrap();
        let first = log.export(out.path()).await.unwrap();
        let source = Folder::new(out.path());
        let audited = audit(&source, Some(log.key())).unwrap();
        assert_eq!((audited.size, audited.signed), (first.size, true));
        let kept = fs::read_to_string(out.path().join("checkpoint")).unwrap();
        let kept = qz_ledger::Checkpoint::open(&kept, log.key()).unwrap();

        let again = log.export(out.path()).await.unwrap();
        assert_eq!((again.size, again.files), (first.size, 2));
        add_unit(&county, "QZ1").await;
        keeper.sign_now().await.unwrap();
        let second = log.export(out.path()).await.unwrap();
        assert_eq!(second.size, first.size + 1);
        let audited = audit_against(&source, Some(log.key()), &[kept]).unwrap();
        assert_eq!(audited.size, second.size);
        let vkeys = fs::read_to_string(out.path().join("vkeys")).unwrap();
        assert_eq!(vkeys.trim_end().parse(), Ok(log.key().clone()));
        assert!(files(out.path()).iter().all(|path| path.extension().is_none_or(|e| e != "new")));
    })
    .await;
}

#[tokio::test]
async fn one_flipped_bit_in_any_published_file_is_found() {
    let folder = tempdir().unwrap();
    let county = county(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let (keeper, _keys) = keeper(&county.acts);
    keeper.sign_now().await.unwrap();
    let out = tempdir().unwrap();
    keeper.log().export(out.path()).await.unwrap();
    let (source, key) = (Folder::new(out.path()), Some(keeper.log().key()));
    let all = files(out.path());
    assert_eq!(all.len(), 4, "{all:?}");
    for file in all.iter().filter(|path| !path.ends_with("vkeys")) {
        let bytes = fs::read(file).unwrap();
        for at in (0..bytes.len()).step_by(bytes.len() / 40 + 1) {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << (at % 8);
            fs::write(file, &flipped).unwrap();
            assert!(audit(&source, key).is_err(), "{} byte {at}", file.display());
        }
        fs::write(file, &bytes).unwrap();
    }
    audit(&source, key).unwrap();
}

#[tokio::test]
async fn a_folder_with_another_log_is_left_alone() {
    let folder = tempdir().unwrap();
    let county = county(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let (keeper, _keys) = keeper(&county.acts);
    keeper.sign_now().await.unwrap();
    let out = tempdir().unwrap();
    keeper.log().export(out.path()).await.unwrap();
    let before = fs::read(out.path().join("checkpoint")).unwrap();

    let other = LogKeeper::create(folder.path(), "other.example/acts", &*chance()).unwrap();
    let other = PublicLog::new(county.acts.clone(), other);
    let fault = other.export(out.path()).await.unwrap_err();
    assert!(fault.to_string().ends_with("holds another log: export to an empty folder"), "{fault}");
    fs::write(out.path().join("checkpoint"), "not a checkpoint").unwrap();
    assert!(matches!(keeper.log().export(out.path()).await, Err(LogFault::OtherLog(_))));
    fs::write(out.path().join("checkpoint"), before).unwrap();
    keeper.log().export(out.path()).await.unwrap();
}

#[tokio::test]
async fn tiles_are_served_as_far_as_they_are_signed() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (keeper, _folder) = keeper(&county.acts);
        let size = keeper.sign_now().await.unwrap().unwrap().size;
        add_unit(&county, "QZ1").await;
        let out = tempdir().unwrap();
        keeper.log().export(out.path()).await.unwrap();
        let width = u16::try_from(size).unwrap();
        for level in [TileLevel::Entries, TileLevel::Hashes(0)] {
            let path = TilePath { level, index: 0, width };
            let served = keeper.log().tile(path).await.unwrap().unwrap();
            assert_eq!(served, fs::read(out.path().join(path.to_string())).unwrap());
            let narrower = TilePath { width: 3, ..path };
            let narrower = keeper.log().tile(narrower).await.unwrap().unwrap();
            assert!(served.starts_with(&narrower));
            for beyond in [
                TilePath { width: width + 1, ..path },
                TilePath { index: 1, ..path },
                TilePath { index: u64::MAX, ..path },
                TilePath { level: TileLevel::Hashes(1), width: 1, index: 0 },
            ] {
                assert_eq!(keeper.log().tile(beyond).await.unwrap(), None, "{beyond}");
            }
        }
    })
    .await;
}

/// Serves a folder over HTTP until the test ends; its address.
fn serve(folder: PathBuf) -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/log", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut asked = [0; 1024];
            let length = stream.read(&mut asked).unwrap();
            let asked = String::from_utf8_lossy(&asked[..length]).into_owned();
            let path = asked.strip_prefix("GET /log/").unwrap().split(' ').next().unwrap();
            let answer = match fs::read(folder.join(path)) {
                Ok(body) => {
                    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len());
                    [head.into_bytes(), body].concat()
                }
                Err(_) => b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_vec(),
            };
            stream.write_all(&answer).unwrap();
        }
    });
    address
}

#[tokio::test]
async fn a_log_on_a_web_server_is_checked_from_afar() {
    let folder = tempdir().unwrap();
    let county = county(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let (keeper, _keys) = keeper(&county.acts);
    let size = keeper.sign_now().await.unwrap().unwrap().size;
    let out = tempdir().unwrap();
    keeper.log().export(out.path()).await.unwrap();
    let mirror: Site = serve(out.path().to_owned()).parse().unwrap();
    assert_eq!(audit(&mirror, Some(keeper.log().key())).unwrap().size, size);
    fs::remove_file(out.path().join("checkpoint")).unwrap();
    assert_eq!(audit(&mirror, None).unwrap_err().to_string(), "checkpoint cannot be read");
}

#[tokio::test]
async fn a_store_is_checked_without_a_server_and_never_made() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        county.acts.close().await;
        let mut heard = vec![];
        let options = Options::default();
        let found = verify_store(&url, &options, |done, total| heard.push((done, total))).await;
        let found = found.unwrap();
        assert_eq!(heard, [(found.size, found.size)]);
        assert!(!found.signed);
    })
    .await;
    let folder = tempdir().unwrap();
    let file = folder.path().join("none.db");
    let fault = verify_store(&StoreUrl::Sqlite(file.clone()), &Options::default(), |_, _| {}).await;
    let said = fault.unwrap_err().source().unwrap().to_string();
    assert!(said.ends_with("none.db is not there: no store to check"), "{said}");
    assert!(!file.exists());
}

#[tokio::test]
async fn the_rounds_begin_with_a_signature_and_a_check() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (keeper, _folder) = keeper(&county.acts);
        let log = keeper.log().clone();
        let rounds = tokio::spawn(keeper.run());
        while log.last_check().is_none() || log.checkpoint().await.unwrap().is_none() {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        rounds.abort();
        let found = log.last_check().unwrap().outcome.unwrap();
        assert_eq!(found.size, log.standing().await.unwrap().head.size);
    })
    .await;
}
