//! The form of a chain: how it was settled, and a group of fields for each link. It can be looked at before it is
//! laid: the shares that the rule proposes then stand beside each link.

use super::FINDINGS;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, Group, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, field_faults, refuse, settle};
use crate::page::once::once;
use crate::part::{Choice, Control, Field, Link};
use crate::shell::Shell;
use crate::term::Term;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::finding::view::FindingView;
use qz_acts::liability::{ChainForm, LayChain};
use qz_domain::field;
use qz_domain::id::FindingId;
use qz_domain::liability::{
    self, Exculpation, LINKS_MOST, LinkGiven, OwnFault, Position, Provision, Share, Verdict, Way,
};
use qz_domain::spelled::Spelled;

/// The rows of a form that nobody filled in: one for each position.
const ROWS: usize = Position::ALL.len();

/// `GET /desk/findings/{id}/chain`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<FindingId>,
) -> Result<Response, WebError> {
    let view = read(&state, &granted, &shell, id).await?;
    let sent = known(&view, Sent::new(state.acts.new_request(), version(&view)));
    step::first(&draw(shell, &view, &sent, (vec![], None)))
}

/// `POST /desk/findings/{id}/chain`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<FindingId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = given(&sent);
    let home = format!("{FINDINGS}/{id}");
    if !sent.get("look").is_empty() {
        let view = read(&state, &granted, &shell, id).await?;
        let faults = liability::read(&form.links).err().unwrap_or_default();
        let wrong = (field_faults(&shell, &faults), None);
        return step::first(&draw(shell, &view, &sent, wrong));
    }
    let (actor, version) = (granted.account(), sent.version());
    let act = LayChain { actor, finding: id, version, form };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, &home, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            let view = read(&state, &granted, &shell, id).await?;
            // What was typed stays; it may be sent again on the chain as it is now.
            let sent = sent.at(self::version(&view));
            step::again(&draw(shell, &view, &sent, wrong))
        }
    }
}

async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    id: FindingId,
) -> Result<FindingView, WebError> {
    let view = state.acts.finding(granted.account(), id).await;
    view.map_err(|fault| refuse(shell, FINDINGS, fault))
}

fn version(view: &FindingView) -> i64 {
    view.chain.as_ref().map_or(0, |one| one.current.version)
}

/// The form filled in with the chain that holds, or with a row for each position.
fn known(view: &FindingView, mut sent: Sent) -> Sent {
    let Some(laying) = view.chain.as_ref().map(|one| &one.current) else {
        for (row, position) in (1..).zip(Position::ALL) {
            sent = sent.put(&format!("link_position.{row}"), position.code());
        }
        return sent;
    };
    sent = sent.put("chain_way", laying.way.code());
    for (row, link) in (1..).zip(&laying.links) {
        let (fault, facts, ground, proof) = match &link.verdict {
            Verdict::AtFault(fault, facts) => (fault.code(), facts.as_str(), "", ""),
            Verdict::Exculpated(ground, proof) => ("", "", ground.code(), proof.as_str()),
            Verdict::Clear => ("", "", "", ""),
        };
        let is_set = !link.share_because.is_empty();
        let share = link.share.filter(|_| is_set).map_or("", Spelled::code);
        let values = [
            ("link_person", link.name.as_str()),
            ("link_position", link.position.code()),
            ("link_duty", &link.duty),
            ("link_duty_source", &link.duty_source),
            ("link_fault", fault),
            ("link_facts", facts),
            ("link_exculpation", ground),
            ("link_proof", proof),
            ("link_share", share),
            ("link_share_because", &link.share_because),
        ];
        for (name, value) in values {
            sent = sent.put(&format!("{name}.{row}"), value);
        }
        for one in &link.asked {
            let name = format!("link_{}", one.provision.code());
            let said = if one.is_given { "yes" } else { "no" };
            sent = sent.put(&format!("{name}.{row}"), said);
            sent = sent.put(&format!("{name}_known.{row}"), one.known.as_str());
        }
    }
    sent
}

/// What was sent.
fn given(sent: &Sent) -> ChainForm {
    let link = |row: usize| {
        let text = |name: &str| sent.text(&format!("{name}.{row}"));
        let asked = |one: Provision| {
            let name = format!("link_{}", one.code());
            (text(&name), text(&format!("{name}_known")))
        };
        LinkGiven {
            person: text("link_person"),
            position: text("link_position"),
            duty: text("link_duty"),
            duty_source: text("link_duty_source"),
            fault: text("link_fault"),
            facts: text("link_facts"),
            exculpation: text("link_exculpation"),
            proof: text("link_proof"),
            share: text("link_share"),
            share_because: text("link_share_because"),
            asked: [Provision::Staffing, Provision::Instruction, Provision::Resources].map(asked),
        }
    };
    let links = (1..=LINKS_MOST).map(link).collect();
    ChainForm { way: sent.text("chain_way"), links, paper: sent.paper() }
}

/// The share that the rule proposes for each row, once everything else is said.
fn proposals(sent: &Sent) -> Vec<(usize, Option<Share>)> {
    let form = given(sent);
    let way = field::word::<Way>("chain_way", &form.way);
    let (Ok(way), Ok(links)) = (way, liability::read(&form.links)) else { return vec![] };
    let pairs: Vec<_> = links.iter().map(|one| (one.position, &one.verdict)).collect();
    links.iter().map(|one| one.row).zip(liability::proposed(way, &pairs)).collect()
}

fn draw(shell: Shell, view: &FindingView, sent: &Sent, wrong: Wrong) -> StepPage {
    let number = view.finding.number.to_string();
    let home = format!("{FINDINGS}/{}", view.finding.id);
    let text = |key: &str, text: &str| (shell.say(&format!("matter-field-{key}")), text.to_owned());
    let look = shell.say("chain-look");
    let plan = Plan {
        key: "chain-lay".to_owned(),
        action: format!("{home}/chain"),
        lead: vec![("number", number.clone()), ("unit", shell.unit_name(&view.unit))],
        texts: vec![
            text("established", &view.finding.established),
            text("in-favour", &view.finding.in_favour),
        ],
        rules: &["chain-rule-fault", "chain-rule-leaders", "chain-rule-share", "chain-rule-hands"],
        by: Some("matter-hint-by"),
        above: vec![Link::new(FINDINGS, shell.say("finding-list-title")), Link::new(home, number)],
        ..Plan::default()
    };
    let shares = proposals(sent);
    let fields = |forms: &Forms<'_>| {
        vec![forms.radios::<Way>("chain_way").hint(forms.shell.say("chain-hint-way"))]
    };
    let groups = |forms: &Forms<'_>| groups(forms, &shares);
    step::draw_in_groups(shell, (plan, vec![]), sent, wrong, (fields, groups)).with_look(look)
}

fn groups(forms: &Forms<'_>, shares: &[(usize, Option<Share>)]) -> Vec<Group> {
    let is_filled = |row: &usize| !forms.sent.get(&format!("link_person.{row}")).trim().is_empty();
    let filled = (1..=LINKS_MOST).filter(is_filled).max().unwrap_or(0);
    let rows = ROWS.max(filled + 1).min(LINKS_MOST);
    let group = |row: usize| {
        let fields = fields(forms, row, shares);
        let position = forms.sent.get(&format!("link_position.{row}"));
        let position = Position::from_code(position);
        let position = position
            .map_or_else(|| forms.shell.say("chain-none"), |one| forms.shell.words.term(one));
        let values = [
            ("number", i64::try_from(row).unwrap_or_default().into()),
            ("position", position.into()),
        ];
        let is_open = is_filled(&row) || fields.iter().any(Field::is_wrong) || filled == 0;
        Group { legend: forms.shell.say_with("chain-link", &values), fields, is_open }
    };
    (1..=rows).map(group).collect()
}

fn fields(forms: &Forms<'_>, row: usize, shares: &[(usize, Option<Share>)]) -> Vec<Field> {
    let (shell, at) = (forms.shell, |name: &str| format!("link_{name}.{row}"));
    let mut all = vec![
        forms.line(&at("person")).hint(shell.say("chain-hint-person")),
        forms.select(&at("position"), any::<Position>(forms, &at("position"))),
        forms.line(&at("duty")).wide(),
        forms.line(&at("duty_source")).wide().hint(shell.say("chain-hint-source")),
        forms.select(&at("fault"), any::<OwnFault>(forms, &at("fault"))).optional(),
        forms.line(&at("facts")).wide().optional(),
        forms.select(&at("exculpation"), any::<Exculpation>(forms, &at("exculpation"))).optional(),
        forms.line(&at("proof")).wide().optional(),
        proposed(forms, row, shares),
        forms.line(&at("share_because")).wide().optional(),
    ];
    let position = Position::from_code(forms.sent.get(&at("position")));
    if position.is_none_or(Position::is_leader) {
        for provision in Provision::ALL {
            let name = at(provision.code());
            let chosen = forms.sent.get(&name);
            let choice =
                |value: &str| Choice::new(value, shell.say(&format!("chain-{value}")), chosen);
            let control = Control::Radios(vec![choice("yes"), choice("no")]);
            let label = crate::page::matter::wrong::label(shell, &name);
            let asked = Field::new(shell.words, &*name, label, control);
            all.push(asked.error(forms.errors.of(&name)).optional());
            all.push(forms.line(&at(&format!("{}_known", provision.code()))).wide().optional());
        }
    }
    all
}

/// The share, with what the rule proposes once it can be said.
fn proposed(forms: &Forms<'_>, row: usize, shares: &[(usize, Option<Share>)]) -> Field {
    let (shell, name) = (forms.shell, &*format!("link_share.{row}"));
    let said = match shares.iter().find(|(at, _)| *at == row) {
        None => shell.say("chain-hint-share"),
        Some((_, None)) => shell.say("chain-share-none"),
        Some((_, Some(share))) => {
            let share = shell.words.term(*share);
            shell.say_with("chain-share-proposed", &[("share", share.into())])
        }
    };
    forms.select(name, any::<Share>(forms, name)).hint(said).optional()
}

/// A closed list that may stay open.
fn any<T: Term>(forms: &Forms<'_>, name: &str) -> Vec<Choice> {
    let chosen = forms.sent.get(name);
    let none = Choice::new("", forms.shell.say("chain-none"), chosen);
    std::iter::once(none).chain(forms.shell.words.choices(T::read(chosen))).collect()
}
