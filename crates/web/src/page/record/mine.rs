//! The rest of one's own record: every entry with the way to object to it, bulletins, acts.

use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::accountability::{lasts_in_short, line_goes, line_light, line_measure};
use crate::page::matter::day_text;
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::page::person::either;
use crate::page::sanction::{self, OwnSanctions};
use crate::part::{Light, LightState, Link, Timeline};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use jiff::civil::Date;
use qz_acts::accountability::view::AccountabilityLine;
use qz_acts::person::view::PersonView;
use qz_acts::record::view::OwnRecord;
use qz_domain::instant;
use qz_domain::objection::{Entry, EntryKind};
use qz_domain::spelled::Spelled;

/// An entry of a record in words.
#[derive(Debug, Clone)]
pub(super) struct EntryRow {
    pub entry: Entry,
    /// Which kind.
    pub kind: String,
    /// What it says.
    pub says: String,
    /// From or on which day.
    pub day: String,
    /// When it goes, for what came to nothing.
    pub goes: Option<String>,
}

/// The rest of the page.
#[derive(Template)]
#[template(path = "record/rest.html")]
pub(in crate::page) struct Rest {
    words: Words,
    sanctions: Option<OwnSanctions>,
    entries: Vec<(EntryRow, Link)>,
    bulletins: Vec<(Link, String, Light)>,
    timeline: Timeline,
    ways: Vec<Link>,
}

/// Its own template has escaped what stands in it.
impl askama::filters::HtmlSafe for Rest {}

/// What the page is drawn from.
pub(in crate::page) struct Own {
    /// What concerns oneself, until it is erased.
    pub lines: Vec<AccountabilityLine>,
    entries: Vec<EntryRow>,
    record: OwnRecord,
    sanctions: Option<OwnSanctions>,
}

/// Reads it; `None` for an account that is nobody's.
pub(in crate::page) async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    view: &PersonView,
) -> Result<Option<Own>, WebError> {
    let wrong = |fault| refuse(shell, "/desk", fault);
    let account = granted.account();
    let Some(record) = state.acts.own_record(account).await.map_err(wrong)? else {
        return Ok(None);
    };
    let lines = state.acts.own_accountabilities(account).await.map_err(wrong)?;
    let sanctions = state.acts.own_sanctions(account).await.map_err(wrong)?;
    let sanctions = sanction::own(shell.words, &sanctions);
    let today = instant::day(state.acts.now());
    let mut entries = base(shell.words, view);
    entries.extend(lines.iter().map(|line| held(shell.words, line, today)));
    entries.extend(record.bulletins.iter().map(|naming| EntryRow {
        entry: Entry { kind: EntryKind::Bulletin, id: naming.bulletin.0 },
        kind: shell.words.term(EntryKind::Bulletin),
        says: naming.title.clone(),
        day: naming.published_on.clone(),
        goes: None,
    }));
    Ok(Some(Own { lines, entries, record, sanctions }))
}

impl Own {
    /// Every entry.
    pub(super) fn entries(&self) -> &[EntryRow] {
        &self.entries
    }
}

fn row(words: Words, (kind, id): (EntryKind, i64), says: String, day: String) -> EntryRow {
    EntryRow { entry: Entry { kind, id }, kind: words.term(kind), says, day, goes: None }
}

fn base(words: Words, view: &PersonView) -> Vec<EntryRow> {
    let person = &view.person;
    let says = format!("{} {} · {}", person.number, person.name, words.term(person.kind));
    let mut rows = vec![row(words, (EntryKind::Person, person.id.0), says, String::new())];
    rows.extend(view.posts.iter().map(|held| {
        let unit = either(words, &held.unit.name, &held.unit.name_en);
        let post = either(words, &held.post.name, &held.post.name_en);
        let says = format!("{unit} {post} · {}", words.term(held.post.rank));
        row(
            words,
            (EntryKind::Appointment, held.appointment.id.0),
            says,
            held.appointment.since.to_string(),
        )
    }));
    rows.extend(view.trainings.iter().map(|one| {
        let says = words.term(one.course);
        row(words, (EntryKind::Training, one.id.0), says, one.since.to_string())
    }));
    let kin = view.kin.iter().flatten();
    rows.extend(kin.map(|tie| {
        let mut says = format!("{} · {}", tie.other.name, words.term(tie.relation));
        if let Some((day, _)) = &tie.withdrawn {
            let said = words.say_with("record-kin-withdrawn", &[("day", words.date(*day).into())]);
            says = format!("{says} · {said}");
        }
        row(words, (EntryKind::Kin, tie.id.0), says, tie.declared_on.to_string())
    }));
    rows
}

fn held(words: Words, line: &AccountabilityLine, today: Date) -> EntryRow {
    let goes = line_goes(words, line, today);
    let stands = goes.clone().unwrap_or_else(|| line_light(words, line).word);
    let lasts = line.runs_until.map(|last| lasts_in_short(words, last, today));
    let mut says = vec![line.finding.to_string(), line_measure(words, line), stands];
    says.extend(lasts);
    says.retain(|part| !part.is_empty());
    let about = (EntryKind::Accountability, line.id.0);
    EntryRow { goes, ..row(words, about, says.join(" · "), line.noticed_on.clone()) }
}

/// Draws it.
pub(in crate::page) fn rest(shell: &Shell, own: Own, today: Date) -> Rest {
    let words = shell.words;
    let Own { entries, record, sanctions, .. } = own;
    let objected = &record.objected;
    let entries = entries.into_iter().map(|mut row| {
        row.day = day_text(words, &row.day);
        let Entry { kind, id } = row.entry;
        let raise = format!("/desk/me/objections/raise?entry={}-{id}", kind.code());
        let (href, key) = if row.goes.is_some() {
            (format!("/desk/accountabilities/{id}"), "record-read")
        } else if objected.contains(&row.entry) {
            ("/desk/me/objections".to_owned(), "record-objected")
        } else {
            (raise, "objection-raise-title")
        };
        (row, Link::new(href, words.say(key)))
    });
    let bulletins = record.bulletins.iter().map(|naming| {
        let shown = naming.expires_on.parse().is_ok_and(|last: Date| today <= last);
        let day = day_text(words, &naming.expires_on);
        let values = [("day", day.into())];
        let light = if shown {
            Light::new(LightState::Warn, words.say_with("record-name-until", &values))
        } else {
            Light::new(LightState::None, words.say_with("record-name-gone", &values))
        };
        let to = Link::new(format!("/bulletins/{}", naming.bulletin), naming.title.clone());
        (to, day_text(words, &naming.published_on), light)
    });
    let way = |href: &str, key: &str| Link::new(href, words.say(key));
    Rest {
        words,
        sanctions,
        entries: entries.collect(),
        bulletins: bulletins.collect(),
        timeline: timeline(shell, &record.acts, None),
        ways: vec![
            way("/desk/me/reads", "reads-list-title"),
            way("/desk/me/objections", "objection-list-title"),
            way("/desk/notices", "notice-list-title"),
            way("/desk/me", "rail-my-account"),
            way("/desk/me/record/export.xlsx", "record-export-xlsx"),
            way("/desk/me/record/export.csv", "record-export-csv"),
        ],
    }
}
