//! What an installation says of itself to its doors.

use super::Readiness;
use crate::address::Network;
use crate::door::Doors;
use crate::headers::PublicUrl;
use crate::shell::{Named, Site};
use qz_acts::clock::ScriptedClock;
use qz_acts::log::PublicLog;
use std::sync::Arc;

/// The rooms that may be served apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// 门户: pages for everybody.
    Portal,
    /// 工作台: pages for who signs in, and the API.
    Desk,
}

/// A demo, and which.
#[derive(Debug, Clone)]
pub struct DemoConfig {
    /// The scenario in both languages: `2015年`, `the year 2015`.
    pub scenario: Named,
    /// The other scenarios beside it: the code and the name of each.
    pub beside: Vec<(&'static str, Named)>,
    /// The name of the cookie that keeps its sessions, apart from those of the scenarios beside it.
    pub session: &'static str,
    /// Its clock, which anybody may move on; `None` where it stands for good.
    pub clock: Option<Arc<ScriptedClock>>,
}

/// What an installation says of itself to its doors.
#[derive(Debug, Clone)]
pub struct WebConfig {
    /// The county in both languages.
    pub county: Named,
    /// The office that hosts the site (主办).
    pub office: Named,
    /// Its telephone.
    pub phone: Option<String>,
    /// The identification code of a government site (网站标识码).
    pub site_code: Option<String>,
    /// The address under which people reach it. Cookies are `Secure` when it is https.
    pub public_url: Option<PublicUrl>,
    /// Set in a demo alone: its personas may be taken with one click.
    pub demo: Option<DemoConfig>,
    /// The proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// Who may read `/metrics`, straight and not through a proxy.
    pub metrics_from: Vec<Network>,
    /// Serve one room alone.
    pub only: Option<Room>,
    /// The public log; without it there are no pages of the ledger.
    pub log: Option<PublicLog>,
    /// Whether the product is ready; a binary that prepares first keeps a clone and sets it.
    pub readiness: Readiness,
}

impl WebConfig {
    /// An installation with the least that one must say, open on this machine.
    pub fn new(county: Named, office: Named) -> Self {
        Self {
            county,
            office,
            phone: None,
            site_code: None,
            public_url: None,
            demo: None,
            trusted_proxies: vec![],
            metrics_from: Network::this_machine(),
            only: None,
            log: None,
            readiness: Readiness::ready(),
        }
    }

    /// Whether a room is served here.
    pub fn serves(&self, room: Room) -> bool {
        self.only.is_none_or(|only| only == room)
    }

    /// Whether people reach it over https.
    pub(crate) fn is_https(&self) -> bool {
        self.public_url.as_ref().is_some_and(PublicUrl::is_https)
    }

    /// What is the same on every page, with the entries that the mounted doors offer.
    pub(super) fn site(&self, doors: &Doors) -> Site {
        let (navigation, footer) = doors.entries();
        Site {
            county: self.county.clone(),
            office: self.office.clone(),
            phone: self.phone.clone(),
            site_code: self.site_code.clone(),
            public_url: self.public_url.clone(),
            navigation,
            footer,
            sign_in: self.serves(Room::Desk).then_some("/sign-in"),
        }
    }
}
