//! Who asks for a page of the desk, and what it stands in.

use crate::app::WebState;
use crate::door::Granted;
use crate::part::Link;
use crate::shell::Shell;
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::id::AccountId;
use qz_domain::instant;

/// Who asks, and what their page stands in.
pub(in crate::page) struct At {
    /// The system.
    pub state: WebState,
    /// Who.
    pub granted: Granted,
    /// What stands around the page.
    pub shell: Shell,
}

impl At {
    /// The account that asks.
    pub fn account(&self) -> AccountId {
        self.granted.account()
    }

    /// The day on which they ask.
    pub fn today(&self) -> Date {
        instant::day(self.state.acts.now())
    }

    /// The way to begin something, for whoever may.
    pub fn begin(&self, action: Action, href: &str, key: &str) -> Vec<Link> {
        let way = || Link::new(href, self.shell.say(key));
        self.granted.may_somewhere(action).then(way).into_iter().collect()
    }
}
