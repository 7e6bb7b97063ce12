//! What a visitor looks for among the records of matters: read from the query, shown in the form.

use crate::error::WebError;
use crate::page::portal::period::{AskedPeriod, Period};
use crate::page::portal::{fault, today, unit_name};
use crate::part::{Choice, FieldError, Filter, FilterField};
use crate::refusal::told;
use crate::words::Words;
use jiff::civil::Date;
use qz_acts::Acts;
use qz_acts::matter::public::SubjectKind;
use qz_domain::bulletin::Kind;
use qz_domain::field::{self, Fault};
use qz_domain::person::PersonKind;
use qz_domain::post::Rank;
use qz_domain::refusal::Worded;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use serde::Deserialize;

/// The last page anybody may ask for.
const LAST_PAGE: i64 = 1_000_000;

/// The query. Empty and absent are the same.
#[derive(Debug, Default, Clone, Deserialize)]
pub(crate) struct AskedRecords {
    from: Option<String>,
    to: Option<String>,
    unit: Option<String>,
    subject: Option<String>,
    rank: Option<String>,
    footing: Option<String>,
    measure: Option<String>,
    each: Option<String>,
    kind: Option<String>,
    sort: Option<String>,
    page: Option<String>,
    pub(super) format: Option<String>,
}

/// What is looked for, read.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    /// The days; all when none were given.
    pub period: Option<Period>,
    /// At this unit.
    pub unit: Option<Unit>,
    /// Units or persons.
    pub subject: Option<SubjectKind>,
    /// Of this rank.
    pub rank: Option<Rank>,
    /// On this footing.
    pub footing: Option<PersonKind>,
    /// With this measure.
    pub measure: Option<String>,
    /// Of this kind, among bulletins.
    pub kind: Option<Kind>,
    /// Each unit once.
    pub is_each_once: bool,
    /// In which order; empty is the usual one.
    pub sort: &'static str,
    /// Which page, counted from 1.
    pub page: i64,
    today: Date,
}

fn given(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// What is wrong with a choice that is none of those there are; nothing is no fault.
pub(in crate::page::portal) fn none_of(
    words: Words,
    (name, given): (&str, &str),
    allowed: &[&str],
) -> Option<FieldError> {
    if given.is_empty() || allowed.contains(&given) {
        return None;
    }
    let fault = Fault::NotOneOf { found: given.to_owned(), allowed: allowed.join(" ") };
    Some(FieldError::new(name, told(words, fault.key(), &fault.args())))
}

impl AskedRecords {
    /// As what the rows are asked for.
    pub fn format(&self) -> Option<&str> {
        self.format.as_deref()
    }

    /// What is looked for, or what is wrong with it. `sorts` are the orders there are. The outer
    /// error is a fault of ours.
    pub async fn read(
        &self,
        acts: &Acts,
        words: Words,
        sorts: &[&'static str],
    ) -> Result<Result<Wanted, Vec<FieldError>>, WebError> {
        let mut faults = vec![];
        let mut wrong = |name: &'static str, fault: Fault| {
            faults.push(FieldError::new(name, told(words, fault.key(), &fault.args())));
        };
        let unit = match given(self.unit.as_ref()) {
            None => None,
            Some(code) => {
                let found = acts.unit(code).await.map_err(fault)?;
                if found.is_none() {
                    wrong("unit", Fault::Unknown(code.to_owned()));
                }
                found
            }
        };
        let rank = given(self.rank.as_ref()).map(|text| field::word::<Rank>("rank", text));
        let rank = rank.and_then(|read| read.map_err(|e| wrong("rank", e.fault)).ok());
        let page = given(self.page.as_ref());
        let page = page.map(|text| field::number("page", text, 1, LAST_PAGE));
        let page = page.and_then(|read| read.map_err(|e| wrong("page", e.fault)).ok());
        let sort = given(self.sort.as_ref()).map(|text| sorts.iter().find(|sort| **sort == text));
        if sort == Some(None) {
            let found = self.sort.clone().unwrap_or_default();
            wrong("sort", Fault::NotOneOf { found, allowed: sorts.join(" ") });
        }
        let period = self.period(words).unwrap_or_else(|wrong| {
            faults.extend(wrong);
            None
        });
        if !faults.is_empty() {
            return Ok(Err(faults));
        }
        Ok(Ok(Wanted {
            period,
            unit,
            subject: self.subject(),
            rank,
            footing: given(self.footing.as_ref()).and_then(PersonKind::read),
            measure: given(self.measure.as_ref()).map(str::to_owned),
            kind: given(self.kind.as_ref()).and_then(Kind::read),
            is_each_once: given(self.each.as_ref()) == Some("unit"),
            sort: sort.flatten().copied().unwrap_or_default(),
            page: page.unwrap_or(1),
            today: today(acts),
        }))
    }

    /// What is none of the choices there are. A page shows its choices and passes over what is none of them; a
    /// program is told.
    pub fn unread(&self, words: Words) -> Vec<FieldError> {
        let footings: Vec<_> = PersonKind::ALL.iter().map(|kind| kind.code()).collect();
        let kinds: Vec<_> = Kind::ALL.iter().map(|kind| kind.code()).collect();
        let choices: [(_, _, &[&str]); 4] = [
            ("subject", &self.subject, &["units", "persons"]),
            ("footing", &self.footing, &footings),
            ("kind", &self.kind, &kinds),
            ("each", &self.each, &["unit"]),
        ];
        let wrong = |(name, text, allowed): (_, &Option<String>, &[&str])| {
            none_of(words, (name, given(text.as_ref()).unwrap_or_default()), allowed)
        };
        choices.into_iter().filter_map(wrong).collect()
    }

    fn subject(&self) -> Option<SubjectKind> {
        match given(self.subject.as_ref()) {
            Some("units") => Some(SubjectKind::Units),
            Some("persons") => Some(SubjectKind::Persons),
            _ => None,
        }
    }

    fn days(&self) -> AskedPeriod {
        AskedPeriod::new(self.from.clone(), self.to.clone())
    }

    /// The days, when any were given: none at all means all there are.
    fn period(&self, words: Words) -> Result<Option<Period>, Vec<FieldError>> {
        let asked = self.days();
        if asked.is_empty() {
            return Ok(None);
        }
        let (from, to) = (jiff::civil::date(1900, 1, 1), jiff::civil::date(2199, 12, 31));
        asked.read(words, Period { from, to }).map(Some)
    }

    /// The form with what was asked for.
    pub fn form(&self, words: Words, path: &'static str, wanted: Option<&Wanted>) -> Filter {
        let day = |name, key: &str, value| FilterField::Day { name, label: words.say(key), value };
        let (from, to) = match wanted.and_then(|wanted| wanted.period) {
            Some(period) => (period.from.to_string(), period.to.to_string()),
            None => self.days().typed(),
        };
        let mut fields = vec![day("from", "portal-from", from), day("to", "portal-to", to)];
        let kept = |given: &Option<String>| given.clone().unwrap_or_default();
        if path == super::super::decisions::PATH {
            let present = kept(&self.subject);
            let choice = |value: &str, key: &str| Choice::new(value, words.say(key), &present);
            let choices = vec![
                choice("", "portal-all"),
                choice("units", "portal-subject-units"),
                choice("persons", "portal-subject-persons"),
            ];
            let label = words.say("portal-subject");
            fields.push(FilterField::Choice { name: "subject", label, choices });
            let mut choices = vec![Choice::new("", words.say("portal-all"), "-")];
            choices.extend(words.choices(self.rank.as_deref().and_then(Rank::read)));
            let label = words.say("portal-rank");
            fields.push(FilterField::Choice { name: "rank", label, choices });
        }
        if let Some(unit) = wanted.and_then(|wanted| wanted.unit.as_ref()) {
            let all = Choice::new("", words.say("portal-all"), &unit.code);
            let this = Choice::new(unit.code.clone(), unit_name(words, unit), &unit.code);
            let (label, choices) = (words.say("portal-unit"), vec![all, this]);
            fields.push(FilterField::Choice { name: "unit", label, choices });
        }
        Filter::new(words, path, fields, self.is_active())
    }

    fn is_active(&self) -> bool {
        let Self { from, to, unit, subject, rank, footing, measure, each, kind, .. } = self;
        let fields = [from, to, unit, subject, rank, footing, measure, each, kind];
        fields.into_iter().any(|field| given(field.as_ref()).is_some())
    }
}

impl Wanted {
    /// Which days, in words.
    pub fn scope(&self, words: Words) -> String {
        match self.period {
            Some(period) => period.words(words, self.today),
            None => words.say("portal-all-years"),
        }
    }

    /// The days as the acts take them.
    pub fn days(&self) -> Option<(Date, Date)> {
        self.period.map(|period| (period.from, period.to))
    }
}
