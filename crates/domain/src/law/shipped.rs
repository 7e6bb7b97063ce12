//! The files of `law/`, as they are compiled in, and how they are read.

use super::authority::{Authority, Nearness, Organ, OrganFunction};
use super::leave::{Counts, Leave, Tier};
use super::versions::{LawError, Validity, Versioned, check};
use super::{Bounds, Cap, Ground, Law, Measure, Per, Question, Requirement, Term};
use crate::calendar::Civil;
use crate::post::Rank;
use crate::spelled::Spelled;
use crate::term::Length;
use crate::weight::Weight;
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The texts of the nine files.
pub struct Files {
    pub measures: &'static str,
    pub grounds: &'static str,
    pub leaves: &'static str,
    pub terms: &'static str,
    pub caps: &'static str,
    pub organs: &'static str,
    pub authority: &'static str,
    pub requirements: &'static str,
    pub tolerance: &'static str,
}

/// The files that come with the product.
pub const FILES: Files = Files {
    measures: include_str!("../../../../law/measures.toml"),
    grounds: include_str!("../../../../law/grounds.toml"),
    leaves: include_str!("../../../../law/leave.toml"),
    terms: include_str!("../../../../law/terms.toml"),
    caps: include_str!("../../../../law/caps.toml"),
    organs: include_str!("../../../../law/organs.toml"),
    authority: include_str!("../../../../law/authority.toml"),
    requirements: include_str!("../../../../law/requirements.toml"),
    tolerance: include_str!("../../../../law/tolerance.toml"),
};

pub(super) const MEASURES: &str = "measures.toml";
pub(super) const GROUNDS: &str = "grounds.toml";
pub(super) const LEAVES: &str = "leave.toml";
pub(super) const TERMS: &str = "terms.toml";
pub(super) const CAPS: &str = "caps.toml";
pub(super) const ORGANS: &str = "organs.toml";
pub(super) const AUTHORITY: &str = "authority.toml";
pub(super) const REQUIREMENTS: &str = "requirements.toml";
pub(super) const TOLERANCE: &str = "tolerance.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureFile {
    measure: Vec<MeasureRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureRow {
    code: String,
    zh: String,
    en: String,
    subject: String,
    weight: i64,
    #[serde(default)]
    record_only: bool,
    lightest: Option<String>,
    period: Option<String>,
    lasts: Option<LastsRow>,
    from: Civil,
    until: Option<Civil>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LastsRow {
    least: String,
    most: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroundFile {
    ground: Vec<GroundRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroundRow {
    code: String,
    zh: String,
    en: String,
    summary: String,
    from: Civil,
    until: Option<Civil>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermFile {
    term: Vec<TermRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermRow {
    code: String,
    zh: String,
    en: String,
    length: String,
    #[serde(default)]
    county: bool,
    least: Option<String>,
    most: Option<String>,
    from: Civil,
    until: Option<Civil>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CapFile {
    cap: Vec<CapRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CapRow {
    code: String,
    zh: String,
    en: String,
    most: i64,
    per: String,
    from: Civil,
    until: Option<Civil>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LeaveFile {
    leave: Vec<LeaveRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LeaveRow {
    code: String,
    zh: String,
    en: String,
    counts: String,
    #[serde(default)]
    tiers: Vec<TierRow>,
    per_years: Option<i16>,
    #[serde(default)]
    daily: bool,
    #[serde(default)]
    earned: bool,
    #[serde(default)]
    strict: bool,
    on: Option<String>,
    from: Civil,
    until: Option<Civil>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TierRow {
    years: i16,
    most: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrganFile {
    organ: Vec<OrganRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrganRow {
    function: String,
    ends_with: Vec<String>,
    from: Civil,
    until: Option<Civil>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AuthorityFile {
    authority: Vec<AuthorityRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AuthorityRow {
    measures: Vec<String>,
    organ: String,
    reach: String,
    units: bool,
    up_to: Option<String>,
    from: Civil,
    until: Option<Civil>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionFile {
    question: Vec<QuestionRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionRow {
    code: String,
    zh: String,
    en: String,
    excuses_zh: String,
    excuses_en: String,
    bars_zh: String,
    bars_en: String,
    from: Civil,
    until: Option<Civil>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RequirementFile {
    requirement: Vec<RequirementRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RequirementRow {
    code: String,
    zh: String,
    en: String,
    says_zh: String,
    says_en: String,
    from: Civil,
    until: Option<Civil>,
    source: String,
}

/// Reads the nine files and holds them against each other.
pub fn read(files: &Files) -> Result<Law, LawError> {
    let measures = parse::<MeasureFile>(MEASURES, files.measures)?.measure;
    let measures = measures.into_iter().map(measure).collect::<Result<Vec<_>, _>>()?;
    let grounds = parse::<GroundFile>(GROUNDS, files.grounds)?.ground;
    let grounds: Vec<_> = grounds.into_iter().map(ground).collect();
    let terms = parse::<TermFile>(TERMS, files.terms)?.term;
    let terms = terms.into_iter().map(term).collect::<Result<Vec<_>, _>>()?;
    let caps = parse::<CapFile>(CAPS, files.caps)?.cap;
    let caps = caps.into_iter().map(cap).collect::<Result<Vec<_>, _>>()?;
    let leaves = parse::<LeaveFile>(LEAVES, files.leaves)?.leave;
    let leaves = leaves.into_iter().map(leave).collect::<Result<Vec<_>, _>>()?;
    let organs = parse::<OrganFile>(ORGANS, files.organs)?.organ;
    let organs = organs.into_iter().map(organ).collect::<Result<Vec<_>, _>>()?;
    let rows = parse::<AuthorityFile>(AUTHORITY, files.authority)?.authority;
    let authority: Vec<_> = rows.into_iter().map(authority).collect::<Result<_, _>>()?;
    let questions = parse::<QuestionFile>(TOLERANCE, files.tolerance)?.question;
    let questions: Vec<_> = questions.into_iter().map(question).collect();
    let rows = parse::<RequirementFile>(REQUIREMENTS, files.requirements)?.requirement;
    let requirements: Vec<_> = rows.into_iter().map(requirement).collect();
    check(MEASURES, &measures)?;
    check(GROUNDS, &grounds)?;
    check(TERMS, &terms)?;
    check(CAPS, &caps)?;
    check(LEAVES, &leaves)?;
    check(TOLERANCE, &questions)?;
    check(REQUIREMENTS, &requirements)?;
    must_be_sourced(&organs, &authority)?;
    must_be_known(&authority, &measures)?;
    Ok(Law { measures, grounds, terms, caps, leaves, organs, authority, questions, requirements })
}

fn parse<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, LawError> {
    toml::from_str(text).map_err(|fault| LawError::Form { file, fault: fault.to_string() })
}

fn validity(from: Civil, until: Option<Civil>) -> Validity {
    Validity { from: from.0, until: until.map(|until| until.0) }
}

fn measure(row: MeasureRow) -> Result<Measure, LawError> {
    let wrong = |fault| LawError::Row { file: MEASURES, code: row.code.clone(), fault };
    let (on_units, on_persons) = match row.subject.as_str() {
        "unit" => (true, false),
        "person" => (false, true),
        "both" => (true, true),
        _ => return Err(wrong("its subject is neither unit, person nor both")),
    };
    let period = row.period.as_deref().map(str::parse).transpose();
    let period = period.map_err(|_| wrong("its period is no length of time"))?;
    if matches!(period, Some(Length::Workdays(_))) {
        return Err(wrong("its period is of days, months or years"));
    }
    let lasts = row.lasts.as_ref().map(|lasts| bounds(&lasts.least, &lasts.most));
    let lasts = lasts.map(|found| found.ok_or_else(|| wrong(LASTS))).transpose()?;
    let lightest = match row.lightest.as_deref() {
        None => Weight::County,
        Some(code) => Weight::from_code(code).ok_or_else(|| wrong("no such weight"))?,
    };
    Ok(Measure {
        period,
        lightest,
        lasts,
        validity: validity(row.from, row.until),
        code: row.code,
        zh: row.zh,
        en: row.en,
        on_units,
        on_persons,
        is_record_only: row.record_only,
        source: row.source,
        weight: row.weight,
    })
}

const LASTS: &str = "it lasts from a least to a most of days or months";

/// A least and a most of one unit of the calendar.
fn bounds(least: &str, most: &str) -> Option<Bounds> {
    let (least, most) = (least.parse().ok()?, most.parse().ok()?);
    let bounds = Bounds { least, most };
    let is_whole = bounds.hold(least) && bounds.hold(most);
    (is_whole && !matches!(least, Length::Workdays(_))).then_some(bounds)
}

fn ground(row: GroundRow) -> Ground {
    Ground {
        validity: validity(row.from, row.until),
        code: row.code,
        zh: row.zh,
        en: row.en,
        summary: row.summary,
        source: row.source,
    }
}

fn question(row: QuestionRow) -> Question {
    Question {
        validity: validity(row.from, row.until),
        code: row.code,
        zh: row.zh,
        en: row.en,
        excuses: (row.excuses_zh, row.excuses_en),
        bars: (row.bars_zh, row.bars_en),
        source: row.source,
    }
}

fn requirement(row: RequirementRow) -> Requirement {
    Requirement {
        validity: validity(row.from, row.until),
        code: row.code,
        zh: row.zh,
        en: row.en,
        says: (row.says_zh, row.says_en),
        source: row.source,
    }
}

fn term(row: TermRow) -> Result<Term, LawError> {
    let wrong = |fault| LawError::Row { file: TERMS, code: row.code.clone(), fault };
    let length = row.length.parse().map_err(|_| wrong("its length is no length of time"))?;
    let county = match (row.county, &row.least, &row.most) {
        (false, None, None) => None,
        (true, Some(least), Some(most)) => {
            let bounds = least.parse().ok().zip(most.parse().ok());
            let bounds = bounds.map(|(least, most)| Bounds { least, most });
            let held = bounds.filter(|bounds| bounds.hold(length));
            Some(held.ok_or_else(|| wrong("its length does not lie between least and most"))?)
        }
        _ => {
            return Err(wrong(
                "a term of the county's own names least and most, and no other does",
            ));
        }
    };
    Ok(Term {
        validity: validity(row.from, row.until),
        code: row.code,
        zh: row.zh,
        en: row.en,
        length,
        county,
        source: row.source,
    })
}

fn cap(row: CapRow) -> Result<Cap, LawError> {
    let wrong = |fault| LawError::Row { file: CAPS, code: row.code.clone(), fault };
    if row.most < 1 {
        return Err(wrong("it allows none at all"));
    }
    Ok(Cap {
        per: Per::from_code(&row.per).ok_or_else(|| wrong("there is no such span"))?,
        validity: validity(row.from, row.until),
        code: row.code,
        zh: row.zh,
        en: row.en,
        most: row.most,
        source: row.source,
    })
}

fn leave(row: LeaveRow) -> Result<Leave, LawError> {
    let wrong = |fault| LawError::Row { file: LEAVES, code: row.code.clone(), fault };
    let counts = Counts::from_code(&row.counts).ok_or_else(|| wrong("it is counted in nothing"))?;
    let tiers: Vec<_> =
        row.tiers.iter().map(|tier| Tier { years: tier.years, most: tier.most }).collect();
    if !tiers.is_sorted_by(|one, next| one.years < next.years && one.most < next.most) {
        return Err(wrong("its tiers do not grow"));
    }
    if row.per_years.is_some_and(|years| years < 1) {
        return Err(wrong("it is counted in no year"));
    }
    let on = row.on.as_deref().map(|day| yearly(day).ok_or_else(|| wrong("it is on no day")));
    let on = on.transpose()?;
    Ok(Leave {
        counts,
        tiers,
        validity: validity(row.from, row.until),
        code: row.code,
        zh: row.zh,
        en: row.en,
        years: row.per_years,
        is_daily: row.daily,
        is_earned: row.earned,
        is_strict: row.strict,
        on,
        source: row.source,
    })
}

/// The month and day of `03-08`, in every year.
fn yearly(text: &str) -> Option<(i8, i8)> {
    let day: Date = format!("2001-{text}").parse().ok()?;
    Some((day.month(), day.day()))
}

fn organ(row: OrganRow) -> Result<Organ, LawError> {
    let fault = "there is no such function";
    let unknown = || LawError::Row { file: ORGANS, code: row.function.clone(), fault };
    let function = OrganFunction::from_code(&row.function).ok_or_else(unknown)?;
    let validity = validity(row.from, row.until);
    Ok(Organ { function, ends_with: row.ends_with, source: row.source, validity })
}

fn authority(row: AuthorityRow) -> Result<Authority, LawError> {
    let wrong = |fault| LawError::Row { file: AUTHORITY, code: row.measures.join(", "), fault };
    let organ = match row.organ.as_str() {
        "any" => None,
        code => Some(OrganFunction::from_code(code).ok_or_else(|| wrong("no such function"))?),
    };
    let reach = Nearness::from_code(&row.reach).ok_or_else(|| wrong("no such reach"))?;
    let up_to = match row.up_to.as_deref() {
        None => None,
        Some(code) => Some(Rank::from_code(code).ok_or_else(|| wrong("no such rank"))?),
    };
    if row.units == up_to.is_some() {
        return Err(wrong("it is for units, or for persons up to a rank"));
    }
    let validity = validity(row.from, row.until);
    let (measures, units, source) = (row.measures, row.units, row.source);
    Ok(Authority { measures, organ, reach, units, up_to, source, validity })
}

fn must_be_sourced(organs: &[Organ], authority: &[Authority]) -> Result<(), LawError> {
    let fault = "it names no source";
    if let Some(organ) = organs.iter().find(|organ| organ.source.trim().is_empty()) {
        let code = organ.function.code().to_owned();
        return Err(LawError::Row { file: ORGANS, code, fault });
    }
    match authority.iter().find(|row| row.source.trim().is_empty()) {
        Some(row) => Err(LawError::Row { file: AUTHORITY, code: row.measures.join(", "), fault }),
        None => Ok(()),
    }
}

/// Every measure that somebody may decide is one.
fn must_be_known(authority: &[Authority], measures: &[Measure]) -> Result<(), LawError> {
    let mut codes = authority.iter().flat_map(|row| &row.measures);
    match codes.find(|code| !measures.iter().any(|measure| measure.code() == *code)) {
        Some(code) => {
            let fault = "there is no such measure";
            Err(LawError::Row { file: AUTHORITY, code: code.clone(), fault })
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(files: &Files) -> String {
        read(files).unwrap_err().to_string()
    }

    #[test]
    fn a_fault_names_the_file_and_the_row() {
        const ROW: &str = r#"
[[term]]
code = "a"
zh = "甲"
en = "a"
length = "5wd"
from = 2015-01-01
source = "s"
"#;
        let twice = Box::leak(format!("{ROW}{ROW}").into_boxed_str());
        assert_eq!(
            refused(&Files { terms: twice, ..FILES }),
            "law/terms.toml, `a`: two of its versions hold on one day"
        );
        let long = Box::leak(ROW.replace("5wd", "a week").into_boxed_str());
        assert_eq!(
            refused(&Files { terms: long, ..FILES }),
            "law/terms.toml, `a`: its length is no length of time"
        );
        let boundless =
            Box::leak(ROW.replace("from", "county = true\nleast = \"3wd\"\nfrom").into_boxed_str());
        assert_eq!(
            refused(&Files { terms: boundless, ..FILES }),
            "law/terms.toml, `a`: a term of the county's own names least and most, and no other does"
        );
        let bounds = "county = true\nleast = \"6wd\"\nmost = \"9wd\"\nfrom";
        let outside = Box::leak(ROW.replace("from", bounds).into_boxed_str());
        assert_eq!(
            refused(&Files { terms: outside, ..FILES }),
            "law/terms.toml, `a`: its length does not lie between least and most"
        );
        let nameless = Box::leak(ROW.replace("\"s\"", "\"\"").into_boxed_str());
        assert_eq!(
            refused(&Files { terms: nameless, ..FILES }),
            "law/terms.toml, `a`: it names no source"
        );
        let backwards =
            Box::leak(ROW.replace("source", "until = 2014-01-01\nsource").into_boxed_str());
        assert_eq!(
            refused(&Files { terms: backwards, ..FILES }),
            "law/terms.toml, `a`: its last day is before its first"
        );
    }

    #[test]
    fn a_fault_of_another_file_names_that_file() {
        let spanless = Box::leak(FILES.caps.replacen("quarter", "decade", 2).into_boxed_str());
        assert_eq!(
            refused(&Files { caps: spanless, ..FILES }),
            "law/caps.toml, `visit_unit`: there is no such span"
        );
        let measureless = FILES.authority.replacen("reminder_talk", "flogging", 1);
        let authority = Box::leak(measureless.into_boxed_str());
        assert_eq!(
            refused(&Files { authority, ..FILES }),
            "law/authority.toml, `flogging`: there is no such measure"
        );
        assert!(refused(&Files { organs: "x", ..FILES }).starts_with("law/organs.toml: "));
    }
}
