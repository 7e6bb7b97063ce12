//! Doors (入口): the only way to mount a handler, and every door names its gate.
//!
//! A family of pages adds its doors to a [`Doors`] and gives it back:
//!
//! ```
//! use qz_domain::action::Action;
//! use qz_domain::id::VisitId;
//! use qz_web::door::{Doors, Granted, Method::{Get, Post}, Scope};
//!
//! async fn front() -> &'static str {
//!     "anyone may read this"
//! }
//!
//! async fn list(granted: Granted) -> String {
//!     format!("as far as {:?}", granted.reach())
//! }
//!
//! async fn show(_: Granted, axum::extract::Path(id): axum::extract::Path<i64>) -> String {
//!     format!("visit {id}, which this account may read")
//! }
//!
//! # async fn concern_of(_: qz_acts::Acts, _: VisitId)
//! #     -> Result<Option<qz_domain::power::Concern>, qz_acts::ActError> { Ok(None) }
//! let doors = Doors::new()
//!     .public(Get, "/front", front)
//!     .door(Get, "/desk/visits", Action::VisitList, Scope::Reach, list)
//!     .door(Get, "/desk/visits/{id}", Action::VisitRead, Scope::record(concern_of), show);
//! assert_eq!(doors.listed().len(), 3);
//! ```
//!
//! A gated door's handler takes a [`Granted`] first and may take extractors after it. Nobody but a
//! gate makes one, so a page that forgot its gate does not compile. A handler without it does not
//! fit a gated door:
//!
//! ```compile_fail,E0277
//! use qz_domain::action::Action;
//! use qz_web::door::{Doors, Method::Get, Scope};
//!
//! async fn list() -> &'static str { "the visits" }
//!
//! Doors::new().door(Get, "/desk/visits", Action::VisitList, Scope::Reach, list);
//! ```
//!
//! a handler that wants it does not fit a public one:
//!
//! ```compile_fail,E0277
//! use qz_web::door::{Doors, Granted, Method::Get};
//!
//! async fn list(granted: Granted) -> String { format!("{:?}", granted.reach()) }
//!
//! Doors::new().public(Get, "/desk/visits", list);
//! ```
//!
//! a gated door names its action and its scope:
//!
//! ```compile_fail,E0061
//! use qz_domain::action::Action;
//! use qz_web::door::{Doors, Granted, Method::Get};
//!
//! async fn list(granted: Granted) -> String { format!("{:?}", granted.reach()) }
//!
//! Doors::new().door(Get, "/desk/visits", Action::VisitList, list);
//! ```
//!
//! nobody else makes a [`Granted`]:
//!
//! ```compile_fail,E0451
//! use qz_domain::action::Action;
//! use qz_web::door::Granted;
//!
//! fn forge(identity: std::sync::Arc<qz_acts::identity::Identity>) -> Granted {
//!     Granted { identity, action: Action::VisitRead }
//! }
//! ```
//!
//! and nobody reaches the router behind the doors:
//!
//! ```compile_fail,E0616
//! use qz_web::door::Doors;
//!
//! let router = Doors::new().router.route("/desk/visits", axum::routing::get(|| async {}));
//! ```

mod csrf;
mod gate;
mod granted;
mod handler;
mod scope;

pub(crate) use csrf::UPLOAD_MOST;
pub use granted::Granted;
pub use handler::GatedHandler;
pub use scope::Scope;

use crate::app::WebState;
use crate::shell::NavEntry;
use axum::Router;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::response::IntoResponse;
use axum::routing::{MethodFilter, on};
use gate::Gate;
use qz_domain::action::Action;
use std::sync::Arc;

/// How a door is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// Reads; changes nothing.
    Get,
    /// Changes something.
    Post,
}

impl Method {
    /// The word of the protocol.
    pub fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }

    fn filter(self) -> MethodFilter {
        match self {
            Self::Get => MethodFilter::GET,
            Self::Post => MethodFilter::POST,
        }
    }
}

/// What a door asks of whoever comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Nothing.
    Public,
    /// The power to do an action.
    Power {
        /// The action.
        action: Action,
        /// Whether the path names one record, which the power must cover.
        by_record: bool,
    },
}

/// A door of the list that tests and help pages read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListedDoor {
    /// How it is used.
    pub method: Method,
    /// The path, with `{…}` for its parameters.
    pub path: &'static str,
    /// What it asks.
    pub access: Access,
}

/// An entry that the desk offers to whoever has the power for its action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RailOffer {
    /// Key of the group's title.
    pub group: &'static str,
    /// The path.
    pub href: &'static str,
    /// Key of the label.
    pub label: &'static str,
    /// The action; nobody without power for it is offered the entry.
    pub action: Action,
}

/// The doors of an installation, and where they are offered.
#[derive(Default)]
pub struct Doors {
    router: Router<WebState>,
    listed: Vec<ListedDoor>,
    rail: Vec<RailOffer>,
    navigation: Vec<NavEntry>,
    footer: Vec<NavEntry>,
}

impl Doors {
    /// No doors yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Mounts a door that anyone may use. A `Post` must come from a page of this site.
    #[must_use]
    pub fn public<H, T>(self, method: Method, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, WebState>,
        T: 'static,
    {
        self.open(method, path, handler, csrf::FromElsewhere::Refused)
    }

    /// Mounts a public `Post` that programs may use too, which send no `Origin`. A page of another
    /// site is refused all the same.
    #[must_use]
    pub fn public_for_programs<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, WebState>,
        T: 'static,
    {
        self.open(Method::Post, path, handler, csrf::FromElsewhere::UnlessUnknown)
    }

    fn open<H, T>(
        self,
        method: Method,
        path: &'static str,
        handler: H,
        elsewhere: csrf::FromElsewhere,
    ) -> Self
    where
        H: Handler<T, WebState>,
        T: 'static,
    {
        let guarded = move |State(state): State<WebState>, request: Request| {
            let handler = handler.clone();
            async move {
                match csrf::admit_public(&state, request, elsewhere).await {
                    Ok(request) => handler.call(request, state).await,
                    Err(error) => error.into_response(),
                }
            }
        };
        let listed = ListedDoor { method, path, access: Access::Public };
        self.mount(listed, on(method.filter(), guarded))
    }

    /// Mounts a door for accounts with the power to do `action` within `scope`.
    ///
    /// Whoever is not signed in is sent to `/sign-in`; whoever has no power for the action in any
    /// scope is told so (403); a record that their power does not cover is not there (404). A
    /// `Post` from a browser must carry the session's token in the field `csrf` or the header
    /// `x-csrf`; a page under `/api/` also takes a program's token.
    #[must_use]
    pub fn door<H, T>(
        self,
        method: Method,
        path: &'static str,
        action: Action,
        scope: Scope,
        handler: H,
    ) -> Self
    where
        H: GatedHandler<T>,
        T: 'static,
    {
        let by_record = scope.is_record();
        let gate = Arc::new(Gate { action, scope });
        let gated = move |State(state): State<WebState>, request: Request| {
            let (gate, handler) = (Arc::clone(&gate), handler.clone());
            async move {
                match gate.admit(&state, request).await {
                    Ok((granted, request)) => handler.call(granted, request, state).await,
                    Err(error) => error.into_response(),
                }
            }
        };
        let listed = ListedDoor { method, path, access: Access::Power { action, by_record } };
        self.mount(listed, on(method.filter(), gated))
    }

    fn mount(mut self, listed: ListedDoor, route: axum::routing::MethodRouter<WebState>) -> Self {
        self.router = self.router.route(listed.path, route);
        self.listed.push(listed);
        self
    }

    /// Offers a page on the desk's rail to whoever has the power for `action`.
    #[must_use]
    pub fn rail(
        mut self,
        group: &'static str,
        href: &'static str,
        label: &'static str,
        action: Action,
    ) -> Self {
        self.rail.push(RailOffer { group, href, label, action });
        self
    }

    /// Offers a public page in the navigation; `key` is the key of its label, `nav-…`.
    #[must_use]
    pub fn navigation(mut self, href: &'static str, key: &'static str) -> Self {
        self.navigation.push(NavEntry { href, key });
        self
    }

    /// Offers a public page in the footer.
    #[must_use]
    pub fn footer(mut self, href: &'static str, key: &'static str) -> Self {
        self.footer.push(NavEntry { href, key });
        self
    }

    /// Every door, in the order it was mounted.
    pub fn listed(&self) -> &[ListedDoor] {
        &self.listed
    }

    /// What the desk offers.
    pub fn offers(&self) -> &[RailOffer] {
        &self.rail
    }

    /// The public navigation and the footer.
    pub(crate) fn entries(&self) -> (Vec<NavEntry>, Vec<NavEntry>) {
        (self.navigation.clone(), self.footer.clone())
    }

    pub(crate) fn into_router(self) -> Router<WebState> {
        self.router
    }
}

#[cfg(test)]
mod tests;
