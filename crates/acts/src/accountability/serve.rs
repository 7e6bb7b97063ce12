//! Serve a decision (送达决定): from this day the terms of the remedy run, and the decision counts.

use super::load::{Begun, begin};
use super::{AccountabilityChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm, law};
use crate::message;
use qz_domain::accountability::{Service, Step};
use qz_domain::id::{AccountId, AccountabilityId};
use qz_domain::matter::Part;
use qz_store::accountability::service;
use qz_store::{Act, Write};

/// How a decision was served.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServiceForm {
    /// 本人签收 or 留置送达; nothing means signed for.
    pub manner: String,
    /// Who saw it: two when the subject would not sign.
    pub witnesses: [String; 2],
    /// The receipt (送达回证), when it was signed on paper.
    pub paper: PaperForm,
}

/// Serves a decision on its subject.
#[derive(Debug, Clone)]
pub struct ServeDecision {
    /// Who hands it over.
    pub actor: AccountId,
    /// Which accountability.
    pub accountability: AccountabilityId,
    /// The version they read.
    pub version: i64,
    /// How.
    pub form: ServiceForm,
}

impl Act for ServeDecision {
    type Receipt = AccountabilityChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AccountabilityChanged, ActError> {
        let Self { actor, accountability, version, form } = self;
        let mut begun = begin(write, actor, accountability, (Step::Serve, version)).await?;
        let Begun { actor, loaded, .. } = &mut begun;
        let service = Service::read(&form.manner, form.witnesses.each_ref().map(String::as_str))?;
        let earlier = Some(loaded.row.latest());
        let doing = matter::alone(write, actor, &form.paper, earlier).await?;
        loaded.row.served_on = Some(doing.day);
        loaded.row.remedy_due = Some(law::remedy(write, doing.day).await?);
        service::insert(write, accountability, &service).await?;
        message::served(write, &loaded.row).await?;
        keep(write, begun, (Step::Serve, Part::Served), doing).await
    }
}
