//! The people of the day: inspectors whose training ends, the organisation in figures, one's own
//! record.

use super::{Fact, Group, LOOKED_AT, Row, Side, Today};
use crate::error::WebError;
use crate::page::person::{SOON, either, training_light};
use crate::page::stand_in;
use crate::part::{EmptyState, Light, LightState, Link};
use jiff::ToSpan;
use qz_acts::away::view::{AwayFilter, AwaySort};
use qz_acts::bulletin::public::{BulletinFilter, BulletinSort};
use qz_acts::person::view::{PersonFilter, PersonSort};
use qz_acts::visit::view::Page;
use qz_acts::{ActError, power};
use qz_domain::action::Action;
use qz_domain::power::Reach;

/// How many people are shown.
const SHOWN: i64 = 10;

/// What the keeper of units and people has to see to.
pub(super) async fn keeper(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::OrganisationImport) {
        return Ok(());
    }
    let (words, acts) = (today.words, &today.state.acts);
    let account = today.granted.account();
    let soon = today.day.checked_add(i64::from(SOON).days()).unwrap_or(today.day);
    let filter =
        PersonFilter { trained: Some((false, soon)), inspectors: true, ..PersonFilter::default() };
    let page = Page::number(1, SHOWN);
    let found = acts.people(account, &filter, PersonSort::Trained, page).await;
    let (lines, total) = found.map_err(WebError::internal)?;
    let rows = lines.into_iter().map(|line| {
        let href = format!("/desk/people/{}", line.id);
        let post = line.post.as_ref();
        Row {
            light: training_light(words, line.trained_until, today.day),
            act: Some(Link::new(format!("{href}#training"), words.say("desk-act-train"))),
            title: Link::new(href, line.name),
            about: line.number,
            place: post.map(|held| either(words, &held.unit, &held.unit_en)).unwrap_or_default(),
            when: line.trained_until.map(|day| words.short_day(day)),
        }
    });
    let all = || Link::new("/desk/people?inspectors=1&sort=trained", words.say("desk-inspectors"));
    let group = Group {
        id: "training",
        title: words.say("desk-training"),
        count: total.unsigned_abs(),
        rows: rows.collect(),
        more: (total > SHOWN).then(all),
    };
    today.group("desk-sum-training", group);
    organisation(today).await
}

/// Posts that lead a unit and that nobody holds, and appointments that begin, end or should have.
pub(super) async fn posts(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::Appoint) {
        return Ok(());
    }
    let (words, day, acts) = (today.words, today.day, &today.state.acts);
    let empty = acts.empty_posts(day, LOOKED_AT).await.map_err(WebError::internal)?;
    let coming = acts.coming_appointments(day, LOOKED_AT).await.map_err(WebError::internal)?;
    let empty = empty.into_iter().map(|one| {
        let key = if one.covered > 0 { "desk-post-covered" } else { "desk-post-empty" };
        let href = format!("/desk/units?unit={}", crate::query::encode(&one.unit_code));
        Row {
            light: Light::new(LightState::Warn, words.say(key)),
            title: Link::new(href, either(words, &one.post, &one.post_en)),
            about: words.term(one.rank),
            place: either(words, &one.unit, &one.unit_en),
            when: None,
            act: None,
        }
    });
    let empty = empty.collect();
    let coming = coming.into_iter().map(|one| {
        let (state, key, when) = match one.due {
            _ if one.since > day => (LightState::None, "desk-appointment-begins", one.since),
            Some(due) if due < day => (LightState::Stop, "desk-appointment-late", due),
            due => (LightState::Warn, "desk-appointment-ends", due.unwrap_or(one.since)),
        };
        Row {
            light: Light::new(state, words.say(key)),
            title: Link::new(format!("/desk/people/{}", one.person), one.name),
            about: words.term(one.kind),
            place: either(words, &one.unit, &one.unit_en),
            when: Some(words.short_day(when)),
            act: None,
        }
    });
    let coming = coming.collect();
    today.waits("empty-posts", empty, "/desk/units");
    today.waits("coming", coming, "/desk/people");
    Ok(())
}

/// Who is away today of those one answers for: leaders for the county, everybody of one's unit.
pub(super) async fn away(today: &mut Today<'_>) -> Result<(), WebError> {
    let reach = power::reach(today.granted.actor(), Action::AwayRead);
    let Some(reach) = reach.filter(|reach| *reach > Reach::Own) else { return Ok(()) };
    let (words, acts) = (today.words, &today.state.acts);
    let leaders = reach == Reach::County;
    let filter = AwayFilter { on: Some(today.day), leaders, ..AwayFilter::default() };
    let asked = (AwaySort::Back, Page::number(1, LOOKED_AT));
    let found = acts.absences(today.granted.account(), &filter, asked).await;
    let (lines, _) = found.map_err(WebError::internal)?;
    let rows = lines.into_iter().map(|line| {
        let deputy = [("name", line.deputy.as_str().into())];
        let covered = (!line.deputy.is_empty()).then(|| words.say_with("deputy-by", &deputy));
        let state = if covered.is_some() { LightState::Ok } else { LightState::Warn };
        let said = covered.unwrap_or_else(|| words.say("deputy-nobody"));
        Row {
            light: Light::new(state, said),
            title: Link::new("/desk/away", line.name),
            about: words.term(line.away.kind),
            place: either(words, &line.unit, &line.unit_en),
            when: Some(words.short_day(line.away.until)),
            act: None,
        }
    });
    let rows = rows.collect();
    let all = if leaders { "/desk/away?who=leaders" } else { "/desk/away" };
    today.waits("away", rows, &format!("{all}{}on={}", if leaders { '&' } else { '?' }, today.day));
    Ok(())
}

/// Who is away for whom one may act today.
pub(super) async fn absent(today: &mut Today<'_>) -> Result<(), WebError> {
    let Some(me) = today.granted.person() else { return Ok(()) };
    let words = today.words;
    let absent = today.state.acts.absent(me).await.map_err(WebError::internal)?;
    let rows = absent.into_iter().map(|one| Row {
        light: Light::new(LightState::Warn, words.say("away-now")),
        title: Link::new(stand_in::PATH, one.name),
        about: either(words, &one.post, &one.post_en),
        place: either(words, &one.unit, &one.unit_en),
        when: Some(words.short_day(one.until)),
        act: Some(Link::new(stand_in::PATH, words.say("desk-act-stand-in"))),
    });
    let rows = rows.collect();
    today.waits("absent", rows, stand_in::PATH);
    Ok(())
}

/// Units, posts, people, and what was imported last.
async fn organisation(today: &mut Today<'_>) -> Result<(), WebError> {
    let (words, acts) = (today.words, &today.state.acts);
    let counts = acts.organisation_counts().await.map_err(WebError::internal)?;
    let past = acts.imports(today.granted.account(), 3).await.map_err(WebError::internal)?;
    let import = Link::new("/desk/import", words.say("import-title"));
    today.sides.push(Side {
        id: "organisation",
        title: words.say("rail-organisation"),
        lines: vec![
            Fact::number(words, "unit-list-title", counts.units, "/desk/units"),
            Fact::number(words, "unit-posts", counts.posts, "/desk/units"),
            Fact::number(words, "person-list-title", counts.people, "/desk/people"),
        ],
    });
    let imported = past.into_iter().map(|line| Fact {
        label: words.term_of("import-kind", &line.kind),
        value: words.say_with(
            "desk-imported",
            &[
                ("count", line.rows.into()),
                ("when", words.date_time(qz_domain::instant::civil(line.at)).into()),
            ],
        ),
        href: None,
    });
    let imported: Vec<_> = imported.collect();
    if !imported.is_empty() {
        let title = words.say("desk-imports");
        today.sides.push(Side { id: "imports", title, lines: imported });
    }
    if counts.people == 0 {
        today.empty = Some(EmptyState::new(words.say("desk-empty-county")).way(import.clone()));
    }
    today.begin.get_or_insert(import);
    Ok(())
}

/// One's own training and ties, and the record as a file, for whoever is a person.
pub(super) async fn own(today: &mut Today<'_>) -> Result<(), WebError> {
    let Some(me) = today.granted.person() else { return Ok(()) };
    let words = today.words;
    let view = match today.state.acts.person(today.granted.account(), me).await {
        Ok(view) => view,
        Err(ActError::NotFound) => return Ok(()),
        Err(fault) => return Err(WebError::internal(fault)),
    };
    let last = view.trainings.iter().map(|training| training.until).max();
    let ties = view.kin.map_or(0, |ties| i64::try_from(ties.len()).unwrap_or(i64::MAX));
    let mut lines = vec![Fact::number(words, "person-kin-title", ties, "/desk/me/record#kin")];
    if last.is_some() || today.granted.may_somewhere(Action::VisitReport) {
        let value = training_light(words, last, today.day).word;
        let href = Some("/desk/me/record#training".to_owned());
        lines.push(Fact { label: words.say("person-training"), value, href });
    }
    let href = Some("/desk/me/record/export.xlsx".to_owned());
    let (label, value) = (words.say("desk-own-file"), words.say("record-export-xlsx"));
    lines.push(Fact { label, value, href });
    lines.extend(latest_bulletin(today).await?);
    today.sides.push(Side { id: "own", title: words.say("record-title"), lines });
    Ok(())
}

/// The bulletin published last, for everybody to read.
async fn latest_bulletin(today: &Today<'_>) -> Result<Option<Fact>, WebError> {
    let (filter, page) = (BulletinFilter::default(), Page::number(1, 1));
    let found = today.state.acts.published(&filter, BulletinSort::Latest, page).await;
    let (found, _) = found.map_err(WebError::internal)?;
    Ok(found.into_iter().next().map(|line| Fact {
        label: today.words.say("desk-latest-bulletin"),
        value: line.title,
        href: Some(format!("/bulletins/{}", line.id)),
    }))
}
