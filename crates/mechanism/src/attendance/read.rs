//! Reading a file of rules.

use super::clock::{DAY, date, month_day, stretches, time};
use super::{
    Flexible, Grace, Kind, RestAfter, Rule, SESSIONS_MOST, Season, Session, Tiers, Window,
};
use crate::Diagnostic;
use crate::node::{Node, Value};
use crate::parse::parse_first;

/// The longest length a rule may state.
const LONGEST: i32 = DAY;
/// What a rule that says nothing has: a punch an hour before a session or six after it is of it.
const WINDOW: Window = Window { before: 60, after: 360 };
/// Seconds of a double tap where a rule says nothing.
const DOUBLE_TAP: i32 = 60;

/// The rules of a file, as written.
pub(super) fn rules(text: &str) -> Result<Vec<Rule>, Diagnostic> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document = parse_first(text)?;
    let mut rules: Vec<Rule> = vec![];
    for node in Node::all(&document, text) {
        if node.keyword() != "rule" {
            let what = format!("a file of attendance rules has no `{}`", node.written());
            return Err(node.fault(what).with_help("it holds `rule` blocks"));
        }
        let read = rule(node)?;
        if rules.iter().any(|had| had.code == read.code && had.from == read.from) {
            let what = format!("rule {} from {} is written twice", read.code, read.from);
            return Err(node.fault(what));
        }
        rules.push(read);
    }
    Ok(rules)
}

fn rule(node: Node<'_>) -> Result<Rule, Diagnostic> {
    node.only(&["from", "calendar", "exempt", "reason"])?;
    let calendar = node.property("calendar").map_or(Ok("county"), Value::word)?;
    let mut rule = Rule {
        code: node.value()?.text()?.to_owned(),
        from: date(node.needed("from")?)?,
        is_every_day: calendar == "every",
        is_exempt: node.property("exempt").is_some_and(|value| value.truth() == Ok(true)),
        grace: Grace::default(),
        tiers: None,
        window: WINDOW,
        double_tap: DOUBLE_TAP,
        weekdays: None,
        sessions: vec![],
        seasons: vec![],
        rest_after: RestAfter::Day,
        shares_punch: false,
    };
    if !matches!(calendar, "every" | "county") {
        return Err(node.fault("`calendar` is \"every\" or \"county\""));
    }
    if let Some(value) = node.property("exempt") {
        value.truth()?;
    }
    let mut seen = vec![];
    for child in node.children() {
        let keyword = child.keyword();
        if !matches!(keyword, "session" | "duty" | "season") {
            if seen.contains(&keyword) {
                return Err(child.fault(format!("`{}` is written twice", child.written())));
            }
            seen.push(keyword);
        }
        part(&mut rule, child)?;
    }
    if rule.tiers.is_some_and(|tiers| tiers.late < rule.grace.late) {
        return Err(node.fault("the first tier ends before the grace does"));
    }
    in_order(node, &rule.sessions)?;
    let is_empty = rule.sessions.is_empty() && rule.seasons.is_empty();
    if is_empty && !rule.is_exempt {
        let what = format!("rule {} has no session", rule.code);
        return Err(node.fault(what).with_help("write a session, or exempt=#true with a reason"));
    }
    Ok(rule)
}

fn part(rule: &mut Rule, node: Node<'_>) -> Result<(), Diagnostic> {
    let minutes = |name: &str, unsaid: i32| {
        node.property(name).map_or(Ok(unsaid), |value| value.whole(0, LONGEST))
    };
    match node.keyword() {
        "grace" => {
            node.only(&["late", "early"])?;
            rule.grace = Grace { late: minutes("late", 0)?, early: minutes("early", 0)? };
        }
        "tiers" => {
            node.only(&["late", "very-late"])?;
            let late = node.needed("late")?.whole(0, LONGEST)?;
            let very_late = match node.property("very-late") {
                Some(value) => value.whole(late, LONGEST)?,
                None => late,
            };
            rule.tiers = Some(Tiers { late, very_late });
        }
        "window" => {
            node.only(&["before", "after"])?;
            rule.window = Window {
                before: minutes("before", WINDOW.before)?,
                after: minutes("after", WINDOW.after)?,
            };
        }
        "double-tap" => rule.double_tap = node.value()?.whole(0, 3600)?,
        "weekdays" => rule.weekdays = Some(weekdays(node)?),
        "rest-after" => rule.rest_after = rest_after(node)?,
        "shared-punch" => rule.shares_punch = node.value()?.truth()?,
        "season" => rule.seasons.push(season(node)?),
        "session" | "duty" => rule.sessions.push(session(node)?),
        _ => return Err(unknown(node, "rule")),
    }
    Ok(())
}

fn unknown(node: Node<'_>, within: &str) -> Diagnostic {
    let what = format!("a {within} has no `{}`", node.written());
    let help = match within {
        "rule" => {
            "it has grace, tiers, window, double-tap, weekdays, season, session, duty, rest-after, \
             shared-punch"
        }
        _ => "it has session and duty",
    };
    node.fault(what).with_help(help)
}

fn weekdays(node: Node<'_>) -> Result<[bool; 7], Diagnostic> {
    let mut days = [false; 7];
    for value in node.values() {
        let number = value.whole(1, 7)?;
        if let Some(day) = usize::try_from(number - 1).ok().and_then(|at| days.get_mut(at)) {
            *day = true;
        }
    }
    if days.contains(&true) {
        Ok(days)
    } else {
        Err(node.fault("`weekdays` names no day").with_help("1 is Monday, 7 is Sunday"))
    }
}

fn rest_after(node: Node<'_>) -> Result<RestAfter, Diagnostic> {
    let value = node.value()?;
    match value.word()? {
        "none" => Ok(RestAfter::None),
        "am" => Ok(RestAfter::Morning),
        "day" => Ok(RestAfter::Day),
        _ => Err(value.fault("`rest-after` is \"none\", \"am\" or \"day\"")),
    }
}

fn season(node: Node<'_>) -> Result<Season, Diagnostic> {
    node.only(&["from", "to"])?;
    let sessions: Vec<_> = node
        .children()
        .map(|child| match child.keyword() {
            "session" | "duty" => session(child),
            _ => Err(unknown(child, "season")),
        })
        .collect::<Result<_, _>>()?;
    if sessions.is_empty() {
        return Err(node.fault("a season has no session"));
    }
    in_order(node, &sessions)?;
    Ok(Season {
        from: month_day(node.needed("from")?)?,
        to: month_day(node.needed("to")?)?,
        sessions,
    })
}

fn session(node: Node<'_>) -> Result<Session, Diagnostic> {
    node.only(&["from", "to", "until", "span", "flexible", "break", "half-days"])?;
    let kind = if node.keyword() == "duty" { Kind::Duty } else { Kind::Day };
    let from = time(node.needed("from")?)?;
    let flexible = flexible(node, from)?;
    let to = match flexible {
        Some(Flexible { until, span }) => until + span,
        None => time(node.needed("to")?)?,
    };
    let breaks = node.property("break").map_or(Ok(vec![]), stretches)?;
    if from >= to || to > 2 * DAY {
        return Err(node.fault(format!("`{}` ends before it begins", node.written())));
    }
    if breaks.iter().any(|(begin, end)| *begin <= from || *end >= to) {
        return Err(node.fault("a break is to lie inside of its session"));
    }
    let half_days = node.property("half-days").map_or(Ok(1), |value| value.whole(1, 2))?;
    let name = node.value()?.text()?.to_owned();
    if name.is_empty() || name.contains(['+', ',', '_', ' ']) {
        return Err(node
            .fault("a session's name is one word")
            .with_help("such as am, pm, day, duty"));
    }
    let half_days = if half_days == 2 { 2 } else { 1 };
    Ok(Session { name, kind, from, to, flexible, breaks, half_days })
}

fn flexible(node: Node<'_>, from: i32) -> Result<Option<Flexible>, Diagnostic> {
    let is_flexible = node.property("flexible").map_or(Ok(false), Value::truth)?;
    if !is_flexible {
        return match node.property("until").or(node.property("span")) {
            Some(value) => Err(value.fault("only a flexible session has `until` and `span`")),
            None => Ok(None),
        };
    }
    if let Some(value) = node.property("to") {
        return Err(value.fault("a flexible session ends by its span, not by `to`"));
    }
    let until = time(node.needed("until")?)?;
    if until < from {
        return Err(node.fault("`until` lies before `from`"));
    }
    let span = node.needed("span")?.whole(until - from + 1, LONGEST)?;
    Ok(Some(Flexible { until, span }))
}

/// Refuses sessions that overlap or are not in the order of time, that share a name, and too many.
fn in_order(node: Node<'_>, sessions: &[Session]) -> Result<(), Diagnostic> {
    if sessions.len() > SESSIONS_MOST {
        return Err(node.fault(format!("a day has at most {SESSIONS_MOST} sessions")));
    }
    if let Some(two) = sessions.windows(2).find(|two| two[0].to > two[1].from) {
        let what = format!("session {} begins before {} ends", two[1].name, two[0].name);
        return Err(node.fault(what).with_help("write them in the order of time, without overlap"));
    }
    let names: Vec<_> = sessions.iter().map(|one| &one.name).collect();
    match (1..names.len()).find(|at| names[..*at].contains(&names[*at])) {
        Some(at) => Err(node.fault(format!("two sessions are called {}", names[at]))),
        None => Ok(()),
    }
}
