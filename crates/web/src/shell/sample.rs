//! A shell with everything in it, for the tests that draw every page in both languages.

use super::{
    DemoBanner, LedgerHint, Named, NavEntry, OfficerTag, Preferences, RailGroup, Shell, Site,
};
use crate::part::Link;
use crate::words::Locale;
use jiff::civil::date;
use std::sync::Arc;

impl Site {
    /// An installation of the invented county.
    pub fn sample() -> Self {
        let entry = |href, key| NavEntry { href, key };
        Self {
            county: Named::new("示河县", "Shihe County"),
            office: Named::new("示河县效能督查办公室", "Shihe County Efficiency Office"),
            phone: Some("0000-0000000".to_owned()),
            site_code: Some("0000000000".to_owned()),
            public_url: None,
            navigation: vec![
                entry("/", "nav-home"),
                entry("/bulletins", "nav-bulletins"),
                entry("/statistics", "nav-statistics"),
                entry("/verify", "nav-verify"),
            ],
            footer: vec![entry("/tickets", "nav-tickets")],
            sign_in: Some("/sign-in"),
        }
    }
}

impl Shell {
    /// A visitor of the demo's first page.
    pub fn sample(locale: Locale) -> Self {
        let preferences = Preferences { locale, ..Preferences::default() };
        let now = date(2016, 2, 16).at(9, 1, 0, 0);
        let mut shell = Self::new(Arc::new(Site::sample()), preferences, "/", now);
        let (scenario, other) = match locale {
            Locale::ZhCn => ("2015年", "换到“今天”场景"),
            Locale::En => ("the year 2015", "Switch to the scenario of today"),
        };
        shell.demo = Some(DemoBanner {
            scenario: scenario.to_owned(),
            clock: shell.now_text().unwrap_or_default(),
            links: vec![Link::new("/demo/scenario", other)],
        });
        let root = "7c1e04b9d2f65a83e19c60d73b48f0a97c1e04b9d2f65a83e19c60d73b48f0a9".to_owned();
        shell.ledger = Some(LedgerHint { size: 48_212, root });
        shell
    }

    /// An officer of the demo at their desk.
    pub fn sample_desk(locale: Locale) -> Self {
        let mut shell = Self { here: "/desk".to_owned(), ..Self::sample(locale) };
        shell.officer = Some(OfficerTag {
            name: "闻允安".to_owned(),
            unit: "县效能督查办公室".to_owned(),
            roles: vec!["督查专干".to_owned()],
            href: None,
        });
        shell.search = Some("/desk/search");
        "sample-token".clone_into(&mut shell.csrf);
        shell.rail = vec![RailGroup {
            title: shell.say("shell-rail-mine"),
            entries: vec![shell.rail_entry("/desk", "shell-rail-today", Some(13))],
        }];
        shell
    }
}
