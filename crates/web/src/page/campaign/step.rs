//! The page of a step of a campaign: issue it, or call it off.

use super::show::facts;
use super::{HOME, one};
use crate::door::Scope;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::Plan;
use crate::part::{Field, Link};
use qz_acts::campaign::view::CampaignView;
use qz_acts::campaign::{CallOffCampaign, CampaignChanged, IssueCampaign};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::campaign::Step;
use qz_domain::id::CampaignId;

/// The steps of campaigns.
pub(super) struct Campaigns;

impl Family for Campaigns {
    type Id = CampaignId;
    type Step = Step;
    type View = CampaignView;
    type Changed = CampaignChanged;

    const NAME: &'static str = "campaign";
    const HOME: &'static str = HOME;
    const READ: Action = Action::CampaignRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::Issue, "/desk/campaigns/{id}/issue"),
        (Step::CallOff, "/desk/campaigns/{id}/call-off"),
    ];
    const APART: &'static [(Step, &'static str)] = &[(Step::Edit, "/desk/campaigns/{id}/edit")];

    fn one(_: Step) -> Scope {
        one()
    }

    async fn read(at: &At, id: CampaignId) -> Result<CampaignView, ActError> {
        at.state.acts.campaign(at.account(), id).await
    }

    fn version(view: &CampaignView) -> i64 {
        view.campaign.version
    }

    async fn begun(
        _: &At,
        (_, view): (Step, &CampaignView),
        blank: Sent,
    ) -> Result<Sent, WebError> {
        Ok(blank.put("doc_number", &view.campaign.doc_number))
    }

    async fn perform(
        at: &At,
        request: String,
        (campaign, step, sent): (CampaignId, Step, &Sent),
    ) -> Result<Done<CampaignChanged>, ActError> {
        let (actor, version, paper) = (at.account(), sent.version(), sent.paper());
        if step == Step::CallOff {
            let reason = sent.text("reason");
            let act = CallOffCampaign { actor, campaign, version, reason, paper };
            return at.state.acts.perform(request, act).await;
        }
        let doc_number = sent.text("doc_number");
        let act = IssueCampaign { actor, campaign, version, doc_number, paper };
        at.state.acts.perform(request, act).await
    }

    fn plan(at: &At, step: Step, view: &CampaignView) -> Plan {
        let (shell, campaign) = (&at.shell, &view.campaign);
        let home = format!("{HOME}/{}", campaign.id);
        Plan {
            facts: facts(shell, view),
            links: vec![Link::new(home, shell.say("campaign-read-whole"))],
            rules: match step {
                Step::CallOff => &["campaign-rule-gone"],
                _ => &["campaign-rule-hand", "campaign-rule-fixed", "campaign-rule-replaces"],
            },
            ..plan::<Self>(shell, step, (campaign.id, &campaign.title))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, _: &CampaignView) -> Vec<Field> {
        if step == Step::CallOff {
            return vec![forms.lines("reason", 3, "campaign-hint-reason")];
        }
        let hint = forms.shell.say("campaign-hint-doc-number");
        vec![forms.line("doc_number").hint(hint).optional()]
    }
}
