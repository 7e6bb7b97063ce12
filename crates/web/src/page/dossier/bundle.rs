//! The archive of a case: numbered print pages and evidence, an index with the hash of each file, the entries of the
//! log with their proofs, and how to check them without us. The same record under the same checkpoint gives the
//! same bytes.

use super::piece::{Body, Piece, pieces};
use super::show::{noted, read};
use crate::app::WebState;
use crate::asset;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download;
use crate::page::matter::paper::alone;
use crate::part::RefusalBox;
use crate::shell::Shell;
use crate::words::{Locale, Words};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiff::civil::Date;
use qz_acts::finding::dossier::Dossier;
use qz_acts::log::{LogFault, PublicLog, Sought};
use qz_document::archive;
use qz_document::sheet::{self, Cell, Sheet};
use qz_domain::id::FindingId;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The most bytes of evidence that one archive takes: it is made in memory.
pub(super) const EVIDENCE_MOST: i64 = 64 << 20;

/// A file of the archive.
struct File {
    title: String,
    on: Date,
    name: String,
    bytes: Vec<u8>,
}

#[derive(Template)]
#[template(path = "dossier/index.html")]
struct IndexPage<'a> {
    words: Words,
    style: &'static str,
    title: String,
    header: [String; 5],
    rows: Vec<[String; 5]>,
    bulletins: &'a [String],
}

/// `GET /desk/findings/{id}/dossier.zip`
pub(super) async fn give(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<FindingId>,
) -> Result<Response, WebError> {
    let dossier = read(&state, &granted, &shell, id).await?;
    if let Some(refusal) = refusal(&shell, &dossier) {
        return Err(WebError::Refused(refusal));
    }
    noted(&state, &granted, &dossier);
    let log = state.config.log.as_ref();
    let mut files = vec![];
    for (at, piece) in (1..).zip(pieces(&shell, &dossier, log.is_some())) {
        files.extend(file(&state, &granted, (&shell, log), (at, piece)).await?);
    }
    let day = dossier.finding.finding.latest();
    let index = index(&shell, &dossier, &files)?;
    let all = files.iter().chain(&index).map(|file| (file.name.as_str(), file.bytes.as_slice()));
    let key = log.map_or_else(String::new, PublicLog::vkeys);
    let readme = readme(&dossier, &key);
    let own = [("README.txt", readme.as_bytes()), ("proofs/vkeys.txt", key.as_bytes())];
    let own = own.into_iter().filter(|(_, bytes)| !bytes.is_empty());
    let bytes = archive::pack(own.chain(all), day).map_err(WebError::internal)?;
    let name = format!("dossier-{}.zip", dossier.finding.finding.number);
    download::file(bytes, &name, "application/zip")
}

/// Why the archive is not given: a piece that this account may not read, or more than memory takes.
pub(super) fn refusal(shell: &Shell, dossier: &Dossier) -> Option<RefusalBox> {
    let size: i64 = dossier.visit.iter().flat_map(|one| &one.evidence).map(|one| one.size).sum();
    let why = if !dossier.withheld.is_empty() {
        let kinds = dossier.withheld.iter().map(|kind| shell.say(&format!("log-object-{kind}")));
        let kinds = kinds.collect::<Vec<_>>().join("、");
        shell.say_with("dossier-withheld", &[("kinds", kinds.into())])
    } else if size > EVIDENCE_MOST {
        let megabytes = |bytes: i64| bytes / (1 << 20);
        let said = [("size", megabytes(size).into()), ("most", megabytes(EVIDENCE_MOST).into())];
        shell.say_with("dossier-too-large", &said)
    } else {
        return None;
    };
    let home = format!("/desk/findings/{}/dossier", dossier.finding.finding.id);
    let refused = RefusalBox::new(shell.words, shell.say("dossier-refused"), vec![why]);
    Some(refused.way(home, shell.say("dossier-title")))
}

/// The files that a piece becomes: an entry two, every other one.
async fn file(
    state: &WebState,
    granted: &Granted,
    (shell, log): (&Shell, Option<&PublicLog>),
    (at, piece): (usize, Piece),
) -> Result<Vec<File>, WebError> {
    let Piece { title, on, name, body } = piece;
    let bytes = match body {
        Body::Paper(paper, address) => alone(shell, &address, &paper)?,
        Body::Evidence(visit, id) => {
            let found = state.acts.evidence(granted.account(), visit, id).await;
            found.map_err(WebError::internal)?.1
        }
        Body::Entry(leaf) => {
            let log = log.ok_or(WebError::NotFound)?;
            let (entry, proof) = proven(shell, log, leaf).await?;
            let file = |ending: &str, text: String| {
                let name = format!("proofs/{name}.{ending}");
                File { title: title.clone(), on, name, bytes: text.into_bytes() }
            };
            return Ok(vec![file("json", entry), file("tlog-proof", proof)]);
        }
    };
    Ok(vec![File { title, on, name: format!("{at:03}-{name}"), bytes }])
}

/// An entry word for word, and its proof under the newest checkpoint.
async fn proven(shell: &Shell, log: &PublicLog, leaf: u64) -> Result<(String, String), WebError> {
    match log.prove(Sought::Leaf(leaf)).await {
        Ok(Some(proved)) => Ok((proved.leaf.entry, proved.proof)),
        Ok(None) => Err(WebError::NotFound),
        Err(LogFault::NotSignedYet { .. } | LogFault::NoCheckpoint) => {
            let why = vec![shell.say("log-not-yet")];
            let title = shell.say("dossier-refused");
            Err(WebError::Refused(RefusalBox::new(shell.words, title, why)))
        }
        Err(fault) => Err(WebError::internal(fault)),
    }
}

/// The index, for people and for programs.
fn index(shell: &Shell, dossier: &Dossier, files: &[File]) -> Result<Vec<File>, WebError> {
    let column = |name: &str| shell.say(&format!("dossier-column-{name}"));
    let header = ["no", "title", "day", "file", "sha256"].map(column);
    let row = |(at, file): (usize, &File)| {
        let day = file.on.to_string();
        [at.to_string(), file.title.clone(), day, file.name.clone(), hash(&file.bytes)]
    };
    let rows: Vec<_> = (1..).zip(files).map(row).collect();
    let title = shell
        .say_with("dossier-of", &[("number", dossier.finding.finding.number.to_string().into())]);
    let sheet = Sheet {
        title: title.clone(),
        header: header.to_vec(),
        rows: rows.iter().map(|row| row.clone().map(Cell::Text).to_vec()).collect(),
        notes: vec![],
    };
    let bulletins = super::show::bulletins(dossier);
    let words = shell.words;
    let style = asset::style();
    let page =
        IndexPage { words, style, title: title.clone(), header, rows, bulletins: &bulletins };
    let on = dossier.finding.finding.latest();
    let file = |name: &str, bytes| File { title: title.clone(), on, name: name.to_owned(), bytes };
    Ok(vec![file("index.html", page.render()?.into_bytes()), file("index.csv", sheet::csv(&sheet))])
}

/// The SHA-256 of a file in hex.
fn hash(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// How to check the archive without us, in both languages.
fn readme(dossier: &Dossier, key: &str) -> String {
    let number = dossier.finding.finding.number.to_string();
    let say = |locale| {
        let said = [("number", number.as_str().into()), ("key", key.trim().into())];
        Words::new(locale).say_with("dossier-readme", &said)
    };
    format!("{}\n\n{}\n", say(Locale::ZhCn), say(Locale::En))
}
