//! The steps on a bulletin. Each has a page that says what it does before it is done.

use super::{HOME, one, preview};
use crate::door::Scope;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::Plan;
use crate::part::{Field, Link};
use crate::shell::Shell;
use jiff::civil::Date;
use qz_acts::bulletin::view::BulletinView;
use qz_acts::bulletin::{
    AdvanceBulletin, AssessmentForm, BulletinChanged, CorrectBulletin, PublishBulletin,
    ReviewBulletin, SignBulletin,
};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::bulletin::{CorrectionKind, Scope as Readers, Step};
use qz_domain::id::BulletinId;
use qz_domain::{field, instant};

/// The steps of bulletins.
pub(super) struct Bulletins;

impl Family for Bulletins {
    type Id = BulletinId;
    type Step = Step;
    type View = (BulletinView, Date);
    type Changed = BulletinChanged;

    const NAME: &'static str = "bulletin";
    const HOME: &'static str = HOME;
    const READ: Action = Action::BulletinRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::Check, "/desk/bulletins/{id}/check"),
        (Step::Review, "/desk/bulletins/{id}/review"),
        (Step::Countersign, "/desk/bulletins/{id}/countersign"),
        (Step::Sign, "/desk/bulletins/{id}/sign"),
        (Step::Publish, "/desk/bulletins/{id}/publish"),
        (Step::Correct, "/desk/bulletins/{id}/correct"),
        (Step::Withdraw, "/desk/bulletins/{id}/withdraw"),
        (Step::CallOff, "/desk/bulletins/{id}/call-off"),
    ];
    const APART: &'static [(Step, &'static str)] = &[(Step::Edit, "/desk/bulletins/{id}/edit")];

    fn one(_: Step) -> Scope {
        one()
    }

    async fn read(at: &At, id: BulletinId) -> Result<Self::View, ActError> {
        let acts = &at.state.acts;
        Ok((acts.bulletin(at.account(), id).await?, instant::day(acts.now())))
    }

    fn version((view, _): &Self::View) -> i64 {
        view.bulletin.version
    }

    async fn perform(
        at: &At,
        request: String,
        (bulletin, step, sent): (BulletinId, Step, &Sent),
    ) -> Result<Done<BulletinChanged>, ActError> {
        let (actor, version, paper) = (at.account(), sent.version(), sent.paper());
        let acts = &at.state.acts;
        match step {
            Step::Sign => {
                acts.perform(request, SignBulletin { actor, bulletin, version, paper }).await
            }
            Step::Publish => {
                acts.perform(request, PublishBulletin { actor, bulletin, version, paper }).await
            }
            Step::Review => {
                let assessment = assessment(sent);
                let act = ReviewBulletin { actor, bulletin, version, assessment, paper };
                acts.perform(request, act).await
            }
            Step::Correct | Step::Withdraw => {
                let kind = match step {
                    Step::Withdraw => CorrectionKind::Withdrawn,
                    _ => CorrectionKind::Corrected,
                };
                let reason = sent.text("correction");
                let act = CorrectBulletin { actor, bulletin, version, kind, reason, paper };
                acts.perform(request, act).await
            }
            step => {
                let act = AdvanceBulletin { actor, bulletin, version, step, paper };
                acts.perform(request, act).await
            }
        }
    }

    fn plan(at: &At, step: Step, (view, _): &Self::View) -> Plan {
        let (shell, bulletin) = (&at.shell, &view.bulletin);
        let home = format!("{HOME}/{}", bulletin.id);
        Plan {
            lead: vec![("title", bulletin.title.clone()), ("names", names(shell, view))],
            texts: vec![(shell.say("bulletin-column-lead"), bulletin.lead.clone())],
            facts: facts(shell, view),
            links: preview::link(shell, bulletin)
                .into_iter()
                .chain([Link::new(home, shell.say("bulletin-read-whole"))])
                .collect(),
            rules: match step {
                Step::Draft | Step::Edit => &[],
                Step::Check => &["bulletin-rule-check", "bulletin-rule-drafter"],
                Step::Review => {
                    &["bulletin-rule-review", "bulletin-rule-assess", "bulletin-rule-drafter"]
                }
                Step::Countersign => &["bulletin-rule-countersign", "bulletin-rule-drafter"],
                Step::Sign => &["bulletin-rule-number", "bulletin-rule-signer"],
                Step::Publish => &["bulletin-rule-day", "bulletin-rule-publisher"],
                Step::Correct | Step::Withdraw => &["bulletin-rule-corrected"],
                Step::CallOff => &["bulletin-rule-called-off"],
            },
            ..plan::<Self>(shell, step, (bulletin.id, &bulletin.title))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, (view, today): &Self::View) -> Vec<Field> {
        if matches!(step, Step::Correct | Step::Withdraw) {
            return vec![forms.lines("correction", 3, "bulletin-hint-correction")];
        }
        // The law of a paper's day is the one that counts for what stands on it.
        let day = field::day("paper_day", forms.sent.get("paper_day")).unwrap_or(*today);
        if step != Step::Review || !view.bulletin.must_be_assessed(day) {
            return vec![];
        }
        ["purpose", "effect", "safeguard"]
            .map(|name| {
                let hint = format!("bulletin-hint-assess-{name}");
                forms.lines(&format!("assess_{name}"), 2, &hint)
            })
            .into()
    }
}

fn assessment(sent: &Sent) -> AssessmentForm {
    AssessmentForm {
        purpose: sent.text("assess_purpose"),
        effect: sent.text("assess_effect"),
        safeguard: sent.text("assess_safeguard"),
    }
}

/// How many names it shows, to whom.
fn names(shell: &Shell, view: &BulletinView) -> String {
    let count = view.bulletin.items.iter().filter(|item| !item.naming.is_empty()).count();
    let key = match view.bulletin.scope {
        Readers::Public => "bulletin-names-public",
        Readers::County => "bulletin-names-county",
        Readers::Unit => "bulletin-names-unit",
    };
    shell.say_with(key, &[("count", count.into())])
}

fn facts(shell: &Shell, view: &BulletinView) -> Vec<(String, String)> {
    let bulletin = &view.bulletin;
    let column = |key: &str| shell.say(&format!("bulletin-column-{key}"));
    vec![
        (column("kind"), shell.words.term(bulletin.kind)),
        (column("scope"), shell.words.term(bulletin.scope)),
        (column("organ"), shell.unit_name(&view.organ)),
        (column("decisions"), shell.words.number(bulletin.items.len())),
    ]
}
