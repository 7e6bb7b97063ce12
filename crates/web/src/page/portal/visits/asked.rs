//! What a visitor looks for in the list of visits: read from the query, shown again in the form.

use crate::error::WebError;
use crate::page::portal::period::{AskedPeriod, Period};
use crate::page::portal::{fault, unit_name};
use crate::part::{Choice, FieldError, Filter, FilterField};
use crate::refusal::told;
use crate::words::Words;
use jiff::civil::{Date, date};
use qz_acts::Acts;
use qz_acts::visit::public::{PublicFilter, PublicSort};
use qz_domain::field::{self, Fault};
use qz_domain::refusal::Worded;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_domain::visit::{Manner, VisitNumber};
use serde::Deserialize;

/// The most characters of a word that is looked for.
const LONGEST_WORD: usize = 60;
/// The last page anybody may ask for.
const LAST_PAGE: i64 = 1_000_000;

/// The query of the list, in the page and in the API. Empty and absent are the same.
#[derive(Debug, Default, Clone, Deserialize)]
pub(crate) struct AskedVisits {
    from: Option<String>,
    to: Option<String>,
    organ: Option<String>,
    unit: Option<String>,
    manner: Option<String>,
    q: Option<String>,
    number: Option<String>,
    sort: Option<String>,
    page: Option<String>,
    format: Option<String>,
}

/// What is looked for, read.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    /// What the rows must have.
    pub filter: PublicFilter,
    /// In which order.
    pub sort: PublicSort,
    /// Which page, counted from 1.
    pub page: i64,
    period: Option<Period>,
    organ: Option<Unit>,
    unit: Option<Unit>,
}

/// The name of an order in the query.
pub(super) fn sort_name(sort: PublicSort) -> &'static str {
    match sort {
        PublicSort::Latest => "latest",
        PublicSort::Earliest => "earliest",
        PublicSort::Number => "number",
        PublicSort::Unit => "unit",
        PublicSort::Organ => "organ",
    }
}

fn given(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// Collects what is wrong while the rest is read.
struct Reader {
    words: Words,
    faults: Vec<FieldError>,
}

impl Reader {
    fn take<T>(&mut self, read: Result<T, field::FieldError>) -> Option<T> {
        read.map_err(|wrong| {
            let said = told(self.words, wrong.fault.key(), &wrong.fault.args());
            self.faults.push(FieldError::new(wrong.field, said));
        })
        .ok()
    }

    /// A unit by its code.
    async fn unit(
        &mut self,
        acts: &Acts,
        name: &'static str,
        code: Option<&str>,
    ) -> Result<Option<Unit>, WebError> {
        let Some(code) = code else { return Ok(None) };
        let found = acts.unit(code).await.map_err(fault)?;
        let unknown = || field::FieldError::new(name, Fault::Unknown(code.to_owned()));
        Ok(self.take(found.ok_or_else(unknown)))
    }
}

impl AskedVisits {
    /// The days asked for.
    pub fn days(&self) -> AskedPeriod {
        AskedPeriod::new(self.from.clone(), self.to.clone())
    }

    /// As what the rows are asked for.
    pub fn format(&self) -> Option<&str> {
        self.format.as_deref()
    }

    /// What is looked for, or what is wrong with it. The outer error is a fault of ours.
    pub async fn read(
        &self,
        acts: &Acts,
        words: Words,
    ) -> Result<Result<Wanted, Vec<FieldError>>, WebError> {
        let mut reader = Reader { words, faults: vec![] };
        let period = self.period(&mut reader);
        let organ = reader.unit(acts, "organ", given(self.organ.as_ref())).await?;
        let unit = reader.unit(acts, "unit", given(self.unit.as_ref())).await?;
        let manner = given(self.manner.as_ref());
        let manner = manner.and_then(|text| reader.take(field::word::<Manner>("manner", text)));
        let word = given(self.q.as_ref());
        let word = word.and_then(|text| reader.take(field::text("q", text, LONGEST_WORD)));
        let number = given(self.number.as_ref()).and_then(|text| reader.take(read_number(text)));
        let sort = given(self.sort.as_ref()).and_then(|text| reader.take(read_sort(text)));
        let page = given(self.page.as_ref());
        let page = page.and_then(|text| reader.take(field::number("page", text, 1, LAST_PAGE)));
        if !reader.faults.is_empty() {
            return Ok(Err(reader.faults));
        }
        let filter = PublicFilter {
            span: period.map(Period::span),
            manner,
            organ: organ.as_ref().map(|unit| unit.id),
            unit: unit.as_ref().map(|unit| unit.id),
            words: word,
            number,
        };
        let (sort, page) = (sort.unwrap_or_default(), page.unwrap_or(1));
        Ok(Ok(Wanted { filter, sort, page, period, organ, unit }))
    }

    /// The days, when any were given: here none at all means all there are.
    fn period(&self, reader: &mut Reader) -> Option<Period> {
        let asked = self.days();
        if asked.is_empty() {
            return None;
        }
        let always = Period { from: date(1900, 1, 1), to: date(2199, 12, 31) };
        match asked.read(reader.words, always) {
            Ok(period) => Some(period),
            Err(faults) => {
                reader.faults.extend(faults);
                None
            }
        }
    }

    /// The form with what was asked for. A unit or organ that was chosen by a link stays as a
    /// choice between it and all.
    pub fn form(&self, words: Words, wanted: Option<&Wanted>) -> Filter {
        let text = |given: &Option<String>| given.clone().unwrap_or_default();
        let day = |name, key: &str, value| FilterField::Day { name, label: words.say(key), value };
        let (from, to) = match wanted.and_then(|wanted| wanted.period) {
            Some(period) => (period.from.to_string(), period.to.to_string()),
            None => self.days().typed(),
        };
        let mut manners = vec![Choice::new("", words.say("portal-all"), "-")];
        let present = self.manner.as_deref().and_then(Manner::read);
        manners.extend(words.choices(present));
        let mut fields = vec![
            day("from", "portal-from", from),
            day("to", "portal-to", to),
            FilterField::Choice {
                name: "manner",
                label: words.say("portal-manner"),
                choices: manners,
            },
        ];
        let chosen = |name, key: &str, unit: Option<&Unit>| {
            unit.map(|unit| one_unit(words, name, words.say(key), unit))
        };
        fields.extend(chosen("unit", "portal-unit", wanted.and_then(|w| w.unit.as_ref())));
        fields.extend(chosen("organ", "portal-organ", wanted.and_then(|w| w.organ.as_ref())));
        let word =
            |name, key: &str, value| FilterField::Word { name, label: words.say(key), value };
        fields.push(word("q", "portal-word", text(&self.q)));
        fields.push(word("number", "portal-number-of", text(&self.number)));
        Filter::new(words, super::PATH, fields, self.is_active())
    }

    fn is_active(&self) -> bool {
        let fields =
            [&self.from, &self.to, &self.organ, &self.unit, &self.manner, &self.q, &self.number];
        fields.into_iter().any(|field| given(field.as_ref()).is_some())
    }
}

fn one_unit(words: Words, name: &'static str, label: String, unit: &Unit) -> FilterField {
    let all = Choice::new("", words.say("portal-all"), &unit.code);
    let this = Choice::new(unit.code.clone(), unit_name(words, unit), &unit.code);
    FilterField::Choice { name, label, choices: vec![all, this] }
}

impl Wanted {
    /// Which days, in words.
    pub fn scope(&self, words: Words, today: Date) -> String {
        match self.period {
            Some(period) => period.words(words, today),
            None => words.say("portal-all-years"),
        }
    }
}

fn read_number(text: &str) -> Result<VisitNumber, field::FieldError> {
    text.parse().map_err(|_| field::FieldError::new("number", Fault::BadForm("2015-0311")))
}

fn read_sort(text: &str) -> Result<PublicSort, field::FieldError> {
    PublicSort::ALL.into_iter().find(|sort| sort_name(*sort) == text).ok_or_else(|| {
        let allowed: Vec<&str> = PublicSort::ALL.map(sort_name).into();
        let fault = Fault::NotOneOf { found: text.to_owned(), allowed: allowed.join(" ") };
        field::FieldError::new("sort", fault)
    })
}
