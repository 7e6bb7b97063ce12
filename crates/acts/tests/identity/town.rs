//! A county with its three officers, signed in by their own passwords, and a clock to move.

use jiff::SignedDuration;
use qz_acts::account::{self, AccountForm, ConfirmRole, ProposeRole, RoleForm};
use qz_acts::clock::ScriptedClock;
use qz_acts::identity::init::{County, Invitation, init};
use qz_acts::identity::{Identity, IdentityError, Secret, session, sign_in};
use qz_acts::{ActError, Acts, StoreUrl};
use qz_domain::ambient::Clock;
use qz_domain::id::{AccountId, GrantId};
use qz_domain::refusal::Worded;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_store::Act;
use qz_testkit::engines::{chance, clock};
use std::net::IpAddr;
use std::sync::Arc;

/// A password nobody would refuse.
pub const PASSWORD: &str = "seven herons over still water";
/// Where people sit.
pub const OFFICE: &str = "192.0.2.10";

pub fn from(address: &str) -> IpAddr {
    address.parse().unwrap()
}

pub struct Town {
    pub acts: Acts,
    pub clock: Arc<ScriptedClock>,
}

pub fn county() -> County {
    County {
        code: "QX".to_owned(),
        name: "千溪县".to_owned(),
        name_en: "Qianxi County".to_owned(),
        since: None,
    }
}

impl Town {
    /// An empty store.
    pub async fn empty(url: &StoreUrl) -> Self {
        let clock = clock();
        let acts = Acts::open(url, clock.clone(), chance()).await.unwrap();
        Self { acts, clock }
    }

    /// With the county and its three officers, activated.
    pub async fn founded(url: &StoreUrl) -> Self {
        let town = Self::empty(url).await;
        for invitation in init(&town.acts, &county()).await.unwrap() {
            town.activate(&invitation).await.unwrap();
        }
        town
    }

    pub async fn activate(&self, invitation: &Invitation) -> Result<Secret, IdentityError> {
        let (name, code) = (&invitation.account_name, invitation.code.reveal());
        sign_in::activate(&self.acts, name, code, PASSWORD, from(OFFICE)).await
    }

    pub fn pass(&self, minutes: i64) {
        self.clock.stand_at(self.clock.now() + SignedDuration::from_mins(minutes));
    }

    pub fn pass_seconds(&self, seconds: i64) {
        self.clock.stand_at(self.clock.now() + SignedDuration::from_secs(seconds));
    }

    pub async fn named(&self, name: &str) -> AccountId {
        let (accounts, _) = self.acts.accounts(None, 1, 100).await.unwrap();
        let mut accounts = accounts.into_iter();
        accounts.find(|listed| listed.account.name == name).unwrap().account.id
    }

    pub async fn officer(&self, role: Role) -> AccountId {
        self.named(role.code()).await
    }

    /// Opens an account for nobody in particular and activates it.
    pub async fn open(&self, name: &str) -> AccountId {
        let system = self.officer(Role::System).await;
        let form = AccountForm { name: name.to_owned(), person: String::new() };
        let request = self.acts.new_request();
        let invited = account::open(&self.acts, request, system, form).await.unwrap();
        let code = invited.code.unwrap();
        sign_in::activate(&self.acts, name, code.reveal(), PASSWORD, from(OFFICE)).await.unwrap();
        invited.account
    }

    pub async fn propose(&self, account: AccountId, role: Role) -> Result<GrantId, ActError> {
        let actor = self.officer(Role::System).await;
        self.propose_by(actor, account, role).await
    }

    pub async fn propose_by(
        &self,
        actor: AccountId,
        account: AccountId,
        role: Role,
    ) -> Result<GrantId, ActError> {
        let form = RoleForm { role: role.code().to_owned(), unit: "QX".to_owned() };
        Ok(self.act(ProposeRole { actor, account, form }).await?.grant)
    }

    pub async fn confirm(&self, grant: GrantId) -> Result<(), ActError> {
        let actor = self.officer(Role::Security).await;
        self.act(ConfirmRole { actor, grant }).await.map(drop)
    }

    /// Proposes a role and has it confirmed.
    pub async fn grant(&self, account: AccountId, role: Role) -> GrantId {
        let grant = self.propose(account, role).await.unwrap();
        self.confirm(grant).await.unwrap();
        grant
    }

    pub async fn act<A: Act<Error = ActError>>(&self, act: A) -> Result<A::Receipt, ActError> {
        let request = self.acts.new_request();
        self.acts.perform(request, act).await.map(|done| done.receipt)
    }

    pub async fn sign_in(&self, name: &str, password: &str) -> Result<Secret, IdentityError> {
        self.sign_in_from(name, password, OFFICE).await
    }

    pub async fn sign_in_from(
        &self,
        name: &str,
        password: &str,
        address: &str,
    ) -> Result<Secret, IdentityError> {
        sign_in::sign_in(&self.acts, name, password, from(address)).await
    }

    pub async fn who(&self, token: &Secret) -> Option<Identity> {
        session::resolve(&self.acts, token.reveal()).await.unwrap()
    }

    /// The roles a session holds now.
    pub async fn roles(&self, token: &Secret) -> Vec<Role> {
        let who = self.who(token).await.expect("a session");
        who.actor.grants.iter().map(|grant| grant.role).collect()
    }
}

/// What a refusal of an act is called.
pub fn key(outcome: Result<impl std::fmt::Debug, ActError>) -> String {
    match outcome {
        Err(ActError::Refused(refusal)) => refusal.key().to_owned(),
        Err(ActError::Invalid(faults)) => {
            let faults =
                faults.iter().map(|fault| format!("{} {}", fault.field, fault.fault.key()));
            faults.collect::<Vec<_>>().join(", ")
        }
        Err(ActError::Forbidden(action)) => format!("forbidden {}", action.code()),
        Err(ActError::NotFound) => "not found".to_owned(),
        other => format!("{other:?}"),
    }
}

/// What a refusal to let somebody in is called.
pub fn told(outcome: Result<Secret, IdentityError>) -> String {
    match outcome {
        Ok(_) => "in".to_owned(),
        Err(IdentityError::TooSoon { seconds }) => format!("wait {seconds}"),
        Err(IdentityError::Act(fault)) => key(Err::<(), _>(fault)),
        Err(error) => error.key().to_owned(),
    }
}
