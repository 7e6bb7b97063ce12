//! The steps on a finding: screen, verify, adjudicate, and give notice of it.

use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::hand_over;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::tolerance;
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::page::person::as_named;
use crate::page::rectification::answer;
use crate::page::suspicion;
use crate::part::{Field, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use qz_acts::accountability::{GiveNotice, NoticeForm};
use qz_acts::finding::view::FindingView;
use qz_acts::finding::{
    AdjudicateFinding, AdjudicationForm, AnswerProlonging, FileReply, HandOverFinding,
    ProlongVerification, ScreenFinding, ScreeningForm, TransferFinding, TransferForm,
    VerificationForm, VerifyFinding,
};
use qz_domain::action::Action;
use qz_domain::finding::{Adjudication, Screening, Stage, Step, TRANSITIONS};
use qz_domain::id::FindingId;
use qz_domain::rectification::Extension;
use qz_domain::{field, instant};

const HOME: &str = "/desk/findings";

/// A part of the procedure with a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Screen,
    Reply,
    Verify,
    Prolong,
    Extend,
    Adjudicate,
    Notify,
    Transfer,
    HandOver,
}

impl Part {
    pub const ALL: [Self; 9] = [
        Self::Screen,
        Self::Reply,
        Self::Verify,
        Self::Prolong,
        Self::Extend,
        Self::Adjudicate,
        Self::Notify,
        Self::Transfer,
        Self::HandOver,
    ];

    pub fn path(self) -> &'static str {
        match self {
            Self::Screen => "/desk/findings/{id}/screen",
            Self::Reply => "/desk/findings/{id}/reply",
            Self::Verify => "/desk/findings/{id}/verify",
            Self::Prolong => "/desk/findings/{id}/prolong",
            Self::Extend => "/desk/findings/{id}/extend",
            Self::Transfer => "/desk/findings/{id}/transfer",
            Self::HandOver => "/desk/findings/{id}/hand-over",
            Self::Adjudicate => "/desk/findings/{id}/adjudicate",
            Self::Notify => "/desk/findings/{id}/notify",
        }
    }

    pub fn action(self) -> Action {
        match self {
            Self::Screen => Action::FindingScreen,
            Self::Reply => Action::FindingReply,
            Self::Verify => Action::FindingVerify,
            Self::Prolong => Action::FindingProlong,
            Self::Extend => Action::FindingExtend,
            Self::Transfer => Action::FindingTransfer,
            Self::HandOver => Action::FindingHandOver,
            Self::Adjudicate => Action::FindingAdjudicate,
            Self::Notify => Action::NoticeGive,
        }
    }

    /// The last part of its path.
    fn code(self) -> &'static str {
        self.path().rsplit('/').next().unwrap_or_default()
    }

    /// The parts a viewer may take now, the most pressing first.
    pub fn open_to(view: &FindingView) -> impl Iterator<Item = Self> {
        let steps = &view.steps;
        let (extension, is_told) = (view.finding.extension, !view.subjects.is_empty());
        let open = [
            (Self::Reply, steps.contains(&Step::Reply)),
            (Self::Screen, steps.contains(&Step::Pursue)),
            (Self::Extend, steps.contains(&Step::Grant) && extension == Extension::Asked),
            (Self::Verify, steps.contains(&Step::Verify)),
            (Self::Prolong, steps.contains(&Step::Prolong) && extension == Extension::None),
            (Self::Notify, view.may_notify),
            (Self::Adjudicate, steps.contains(&Step::Uphold)),
            (Self::Transfer, steps.contains(&Step::Transfer) && !is_told),
            (Self::HandOver, steps.contains(&Step::HandOver)),
        ];
        open.into_iter().filter(|(_, is_open)| *is_open).map(|(part, _)| part)
    }

    /// The button that leads to its page.
    pub fn link(self, shell: &Shell, home: &str) -> Link {
        let label = shell.say(&format!("finding-{}-title", self.code()));
        Link::new(format!("{home}/{}", self.code()), label)
    }
}

/// `GET /desk/findings/{id}/{part}`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<FindingId>,
    part: Part,
) -> Result<Response, WebError> {
    let view = state.acts.finding(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let mut sent = Sent::new(state.acts.new_request(), view.finding.version);
    match part {
        Part::Verify => sent = sent.put("verifiers", as_named(&state, &granted).await?),
        Part::Notify => sent = sent.put("ground", view.finding.ground.clone()),
        _ => {}
    }
    step::first(&draw(&state, shell, (part, &view), &sent, (vec![], None)).await?)
}

/// `POST /desk/findings/{id}/{part}`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(finding): Path<FindingId>,
    Form(sent): Form<Sent>,
    part: Part,
) -> Result<Response, WebError> {
    let home = format!("{HOME}/{finding}");
    match perform(&state, &granted, &shell, (finding, part, &sent)).await? {
        Ok(to) => {
            // What came to nothing is gone from the desk of whoever said so; a suspicion is noted on its own.
            let reads = state.acts.finding(granted.account(), finding).await.is_ok();
            let noted = suspicion::NOTE.replace("{id}", &finding.to_string());
            let gone = if part == Part::Adjudicate { &noted } else { HOME };
            Ok(Redirect::to(if reads { &to } else { gone }).into_response())
        }
        Err(wrong) => {
            let view = state.acts.finding(granted.account(), finding).await;
            let view = view.map_err(|fault| refuse(&shell, &home, fault))?;
            // What was typed stays; it may be sent again on the record as it is now.
            let sent = sent.at(view.finding.version);
            step::again(&draw(&state, shell, (part, &view), &sent, wrong).await?)
        }
    }
}

/// Does the act of a part; where to go on, or what is wrong.
async fn perform(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    (finding, part, sent): (FindingId, Part, &Sent),
) -> Result<Result<String, Wrong>, WebError> {
    let home = format!("{HOME}/{finding}");
    let (actor, version, paper) = (granted.account(), sent.version(), sent.paper());
    let request = once(state, granted, &sent.request());
    let (acts, today) = (&state.acts, instant::day(state.acts.now()));
    let changed = match part {
        Part::Screen => {
            let form = screened(sent);
            acts.perform(request, ScreenFinding { actor, finding, version, form }).await
        }
        Part::Reply => {
            let reply = sent.text("reply");
            acts.perform(request, FileReply { actor, finding, version, reply, paper }).await
        }
        Part::Verify => {
            let form = verification(sent);
            acts.perform(request, VerifyFinding { actor, finding, version, form }).await
        }
        Part::Prolong => {
            let reason = sent.text("reason");
            let act = ProlongVerification { actor, finding, version, reason, paper };
            acts.perform(request, act).await
        }
        Part::Extend => {
            let granted = sent.text("granted");
            acts.perform(request, AnswerProlonging { actor, finding, version, granted, paper })
                .await
        }
        Part::Adjudicate => {
            let form = adjudication(sent);
            acts.perform(request, AdjudicateFinding { actor, finding, version, form }).await
        }
        Part::Transfer => {
            let act = TransferFinding { actor, finding, version, form: transfer(sent) };
            acts.perform(request, act).await
        }
        Part::HandOver => {
            let act = HandOverFinding { actor, finding, version, form: hand_over::form(sent) };
            acts.perform(request, act).await
        }
        Part::Notify => {
            let act = GiveNotice { actor, finding, form: notice(sent, today) };
            let given = settle(shell, &home, acts.perform(request, act).await)?;
            return Ok(
                given.map(|given| format!("/desk/accountabilities/{}", given.accountability))
            );
        }
    };
    Ok(settle(shell, &home, changed)?.map(|_| home.clone()))
}

fn screened(sent: &Sent) -> ScreeningForm {
    let (outcome, reason) = (sent.text("outcome"), sent.text("reason"));
    let (asked, inquiry) = (sent.text("asked"), sent.text("inquiry"));
    ScreeningForm { outcome, reason, asked, inquiry, paper: sent.paper() }
}

fn verification(sent: &Sent) -> VerificationForm {
    let (established, in_favour) = (sent.text("established"), sent.text("in_favour"));
    let verifiers = sent.people("verifiers");
    VerificationForm { verifiers, established, in_favour, paper: sent.paper() }
}

fn adjudication(sent: &Sent) -> AdjudicationForm {
    let (outcome, ground) = (sent.text("outcome"), sent.text("ground"));
    AdjudicationForm { outcome, ground, reason: sent.text("reason"), paper: sent.paper() }
}

fn transfer(sent: &Sent) -> TransferForm {
    TransferForm {
        organ: sent.text("receipt_organ"),
        number: sent.text("transfer_number"),
        day: sent.text("receipt_on"),
        reason: sent.text("reason"),
        paper: sent.paper(),
    }
}

fn notice(sent: &Sent, today: Date) -> NoticeForm {
    NoticeForm {
        unit: sent.text("unit"),
        person: sent.text("person"),
        conduct: sent.text("conduct"),
        ground: sent.text("ground"),
        measure: sent.text("measure"),
        tolerance: tolerance::given(sent, law_day(sent, today)),
        paper: sent.paper(),
    }
}

/// The law of a paper's day is the one that counts for what stands on it.
fn law_day(sent: &Sent, today: Date) -> Date {
    field::day("paper_day", sent.get("paper_day")).unwrap_or(today)
}

async fn draw(
    state: &WebState,
    shell: Shell,
    (part, view): (Part, &FindingView),
    sent: &Sent,
    wrong: Wrong,
) -> Result<StepPage, WebError> {
    let today = instant::day(state.acts.now());
    let day = law_day(sent, today);
    let names_units = matches!(part, Part::Notify | Part::HandOver);
    let units = if names_units { step::units(state).await? } else { vec![] };
    let plan = plan(&shell, part, view);
    Ok(step::draw(shell, (plan, units), sent, wrong, |forms| {
        fields(forms, (part, view.finding.stage), day)
    }))
}

fn fields(forms: &Forms<'_>, (part, stage): (Part, Stage), day: Date) -> Vec<Field> {
    let hint = |field: Field, key: &str| field.hint(forms.shell.say(key));
    match part {
        Part::Screen => screening(forms, stage),
        Part::Reply => vec![forms.lines("reply", 5, "matter-hint-reply")],
        Part::Prolong => vec![forms.lines("reason", 2, "matter-hint-prolong-reason")],
        Part::Extend => vec![answer(forms, "granted")],
        Part::Transfer => vec![
            hint(forms.line("receipt_organ"), "matter-hint-receipt"),
            forms.line("transfer_number"),
            forms.day("receipt_on"),
            forms.lines("reason", 3, "matter-hint-transfer-reason"),
        ],
        Part::HandOver => hand_over::fields(forms),
        Part::Verify => vec![
            forms.people("verifiers", "matter-hint-verifiers"),
            forms.lines("established", 5, "matter-hint-established"),
            forms.lines("in_favour", 3, "matter-hint-in-favour"),
        ],
        Part::Adjudicate => vec![
            hint(forms.radios::<Adjudication>("outcome"), "matter-hint-adjudication"),
            hint(forms.ground(day), "matter-hint-ground-upheld"),
            forms.lines("reason", 4, "matter-hint-adjudication-reason"),
        ],
        Part::Notify => {
            let mut fields = vec![
                hint(forms.line("person"), "matter-hint-person").optional(),
                forms.unit("unit", "matter-hint-unit").optional(),
                forms.lines("conduct", 3, "matter-hint-conduct"),
                hint(forms.ground(day), "matter-hint-ground"),
                hint(forms.measure(day, None), "matter-hint-proposed"),
            ];
            fields.extend(tolerance::fields(forms, day));
            fields
        }
    }
}

/// What screening may say where a finding stands; in writing somebody is asked only at first.
fn screening(forms: &Forms<'_>, stage: Stage) -> Vec<Field> {
    let fits = |one: Screening| {
        TRANSITIONS.iter().any(|row| row.from == Some(stage) && row.step == one.step())
    };
    let outcome = forms.radios_of::<Screening>("outcome", fits);
    let mut fields = vec![
        outcome.hint(forms.shell.say("matter-hint-screening")),
        forms.lines("reason", 2, "matter-hint-screening-reason"),
    ];
    if fits(Screening::Ask) {
        fields.push(forms.people("asked", "matter-hint-asked").optional());
        fields.push(forms.lines("inquiry", 3, "matter-hint-inquiry").optional());
    }
    fields
}

fn plan(shell: &Shell, part: Part, view: &FindingView) -> Plan {
    let finding = &view.finding;
    let home = format!("{HOME}/{}", finding.id);
    let number = finding.number.to_string();
    let text = |key: &str, text: &str| (shell.say(&format!("matter-field-{key}")), text.to_owned());
    let links = view.subjects.iter().filter(|_| part == Part::Adjudicate).map(|line| {
        let name = crate::page::accountability::line_subject(shell.words, line);
        let said = shell.say_with("finding-heard", &[("name", name.into())]);
        Link::new(format!("/desk/accountabilities/{}", line.id), said)
    });
    Plan {
        key: format!("finding-{}", part.code()),
        action: format!("{home}/{}", part.code()),
        lead: vec![("number", number.clone()), ("unit", shell.unit_name(&view.unit))],
        texts: vec![
            text("facts", &finding.facts),
            text("screening", &finding.screening),
            text("inquiry", &finding.inquiry),
            text("reply", &finding.reply),
            text("extension-reason", &finding.extension_reason),
            text("established", &finding.established),
            text("in-favour", &finding.in_favour),
        ],
        facts: super::show::asked(shell, view).into_iter().collect(),
        links: links.collect(),
        rules: match part {
            Part::Screen => {
                &["matter-rule-not-found", "matter-rule-recusal", "matter-rule-dismissed"]
            }
            Part::Reply => &["matter-rule-reply", "matter-rule-recusal"],
            Part::Prolong | Part::Extend => &["matter-rule-prolong", "matter-rule-recusal"],
            Part::Transfer => &["matter-rule-transfer", "matter-rule-recusal"],
            Part::HandOver => &["matter-rule-hand-over", "matter-rule-hand-over-log"],
            Part::Verify => &["matter-rule-two", "matter-rule-verifier", "matter-rule-recusal"],
            Part::Adjudicate => &[
                "matter-rule-adjudicator",
                "matter-rule-heard",
                "matter-rule-recusal",
                "matter-rule-dismissed",
            ],
            Part::Notify => {
                &["matter-rule-notice", "matter-rule-authority", "matter-rule-proposer"]
            }
        },
        by: (part != Part::Verify).then_some("matter-hint-by"),
        paper: PaperPart::Folded,
        above: vec![Link::new(HOME, shell.say("finding-list-title")), Link::new(home, number)],
    }
}
