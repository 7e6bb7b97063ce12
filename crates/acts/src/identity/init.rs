//! The beginning (初始化): the county itself and its three officers.
//!
//! The three officers' roles are the only ones that no second officer confirms: there is nobody
//! yet. Each officer gets a one-time code, good for a day; nobody else ever knows their password.

use super::Secret;
use crate::account::{invite, new_name};
use crate::{ActError, Acts, BatchMode};
use jiff::civil::Date;
use qz_domain::account::{AccountStatus, GrantStage, RoleGrant};
use qz_domain::action::Action;
use qz_domain::field;
use qz_domain::id::{AccountId, GrantId, UnitId};
use qz_domain::instant;
use qz_domain::refusal::Refusal;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_domain::unit::{Line, Unit, UnitKind};
use qz_store::{Act, Deed, Subject, Write, account, unit};
use serde::{Deserialize, Serialize};

/// The three officers (三员), in the order they are told of.
pub const OFFICERS: [Role; 3] = [Role::System, Role::Security, Role::Audit];

/// The county as its root unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct County {
    /// 代码, such as `SH`.
    pub code: String,
    /// 名称, such as `示河县`.
    pub name: String,
    /// 英文名; may be empty.
    pub name_en: String,
    /// Since when; today when nothing is given.
    pub since: Option<Date>,
}

/// An officer's account and the code to hand to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Which officer.
    pub role: Role,
    /// The account's name.
    pub account_name: String,
    /// The one-time code, shown this once.
    pub code: Secret,
}

/// Makes the county and its three officers in one transaction. Account names are the roles' codes.
///
/// Refuses when there is an account.
pub async fn init(acts: &Acts, county: &County) -> Result<Vec<Invitation>, ActError> {
    let invitations = OFFICERS.map(|role| Invitation {
        role,
        account_name: role.code().to_owned(),
        code: Secret::code(acts.chance()),
    });
    let officers = invitations.iter().map(|invitation| Beginning::Officer {
        role: invitation.role,
        name: invitation.account_name.clone(),
        code: invitation.code.hash(),
        county: county.code.clone(),
    });
    let mut steps = vec![(acts.new_request(), Beginning::County(county.clone()))];
    steps.extend(officers.map(|officer| (acts.new_request(), officer)));
    let report = acts.writer().batch(steps, BatchMode::AllOrNothing, |_| true).await?;
    for outcome in report.outcomes {
        outcome?;
    }
    Ok(invitations.into())
}

/// Makes the county alone, for a demo that brings its own accounts. Repeating it does nothing.
pub async fn found(acts: &Acts, county: County) -> Result<UnitId, ActError> {
    let request = format!("found {}", county.code);
    let done = acts.perform(request, Beginning::County(county)).await?;
    Ok(UnitId(done.receipt.id))
}

/// One step of the beginning.
enum Beginning {
    County(County),
    Officer { role: Role, name: String, code: String, county: String },
}

/// The number that the unit or the account got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Begun {
    id: i64,
}

impl Act for Beginning {
    type Receipt = Begun;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Begun, ActError> {
        match self {
            Self::County(county) => make_county(write, &county).await,
            Self::Officer { role, name, code, county } => {
                invite_officer(write, role, &name, &code, &county).await
            }
        }
    }
}

async fn make_county(write: &mut Write, county: &County) -> Result<Begun, ActError> {
    if account::count(write.reads()).await? > 0 {
        return Err(Refusal::OutOfOrder { act: "init", stage: AccountStatus::Active.code() }.into());
    }
    let county = Unit {
        id: UnitId(write.next_id()),
        code: field::text("code", &county.code, 40)?,
        name: field::text("name", &county.name, 40)?,
        name_en: field::optional_text("name_en", &county.name_en, 120)?,
        kind: UnitKind::GovernmentOrgan,
        parent: None,
        line: Line::General,
        since: county.since.unwrap_or_else(|| instant::day(write.now())),
    };
    let known = unit::find_by_code(write.reads(), &county.code).await?;
    let id = known.as_ref().map_or(county.id, |known| known.id);
    if known.is_none() {
        unit::insert(write, &county).await?;
    }
    write.record(deed(Action::OrganisationImport, id.object(), "建立本县")).await?;
    Ok(Begun { id: id.0 })
}

async fn invite_officer(
    write: &mut Write,
    role: Role,
    name: &str,
    code: &str,
    county: &str,
) -> Result<Begun, ActError> {
    let name = new_name(write.reads(), name).await?;
    let county = unit::find_by_code(write.reads(), county).await?.ok_or(ActError::NotFound)?;
    let account = invite(write, name, None, code).await?;
    grant_first(write, account, role, county.id).await?;
    let remark = format!("开设：{}", role.chinese());
    write.record(deed(Action::AccountManage, account.object(), &remark)).await?;
    Ok(Begun { id: account.0 })
}

/// A grant that nobody proposed: only at the beginning, and in a demo.
pub(super) async fn grant_first(
    write: &mut Write,
    account: AccountId,
    role: Role,
    unit: UnitId,
) -> Result<(), ActError> {
    let grant = RoleGrant {
        id: GrantId(write.next_id()),
        account,
        role,
        unit,
        stage: GrantStage::Active,
        proposed_by: None,
        confirmed_by: None,
        changed_at: write.now(),
    };
    Ok(account::insert_grant(write, &grant).await?)
}

/// What an act without an actor records of itself.
pub(super) fn deed(action: Action, object: qz_store::ObjectRef, remark: &str) -> Deed {
    let remark = remark.to_owned();
    Deed { kind: action.code(), object, by: None, recorded_by: None, paper: None, remark }
}

/// What is amiss with the three officers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OfficerFault {
    /// Nobody holds the role.
    #[error("no account holds the role {} ({})", .0.code(), .0.chinese())]
    Missing(Role),
    /// The account has not been activated.
    #[error(
        "the account {name} ({}) has not used its one-time code; once a day has passed it needs a \
         reset by the system officer, or `init` on a new store",
        .role.chinese()
    )]
    NotActivated {
        /// The role.
        role: Role,
        /// The account's name.
        name: String,
    },
    /// One account or person holds two of the roles.
    #[error("{name} holds two of the three officers' roles")]
    NotApart {
        /// The account's name.
        name: String,
    },
}

/// Whether the three officers are there, active and apart. Nothing found means all is well.
pub async fn check_officers(acts: &Acts) -> Result<Vec<OfficerFault>, ActError> {
    let officers = account::officers(&mut acts.reader().await?).await?;
    let mut faults = Vec::new();
    for role in OFFICERS {
        let mut holders = officers.iter().filter(|(held, _)| *held == role).map(|(_, who)| who);
        match holders.next() {
            None => faults.push(OfficerFault::Missing(role)),
            Some(first) => {
                let active = |status| status == AccountStatus::Active;
                if !active(first.status) && !holders.any(|other| active(other.status)) {
                    faults.push(OfficerFault::NotActivated { role, name: first.name.clone() });
                }
            }
        }
    }
    for (nth, (_, one)) in officers.iter().enumerate() {
        let same = |(_, other): &(Role, qz_domain::account::Account)| {
            other.id == one.id || (one.person.is_some() && other.person == one.person)
        };
        if officers[nth + 1..].iter().any(same) {
            faults.push(OfficerFault::NotApart { name: one.name.clone() });
        }
    }
    Ok(faults)
}
