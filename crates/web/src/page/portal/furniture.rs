//! Page furniture (版式要素): what stands on every page of the portal around its matter: the tags
//! that describe it, the path to it, the tools for reading, and the code that opens it on a phone.

use super::now_text;
use crate::part::{Crumb, Link, ReadAloud, ReadingTools};
use crate::shell::Shell;
use qz_document::qr;

/// What stands around the matter of a page.
#[derive(Debug, Clone)]
pub(super) struct Furniture {
    /// What the page is about, in a sentence: for search engines and shared links.
    pub description: String,
    /// The name of the column (栏目) it belongs to.
    pub column: String,
    /// Its kind in the list of the guide for government sites (栏目类别): words fixed by that guide.
    pub kind: &'static str,
    /// Words to find it by, with commas between them.
    pub keywords: String,
    /// The path to it; not on the first page.
    pub crumb: Option<Crumb>,
    /// Font size, print, files, close.
    pub tools: ReadingTools,
    /// The read-aloud bar.
    pub aloud: ReadAloud,
    /// The page's address and its QR code, where the public address is known.
    pub phone: Option<Phone>,
    /// As of when its figures are.
    pub as_of: String,
}

/// The way to the page for a phone.
#[derive(Debug, Clone)]
pub(super) struct Phone {
    /// The code as SVG.
    pub code: String,
    /// The address.
    pub address: String,
}

impl Furniture {
    /// The furniture of the first page.
    pub fn home(shell: &Shell) -> Self {
        Self::new(shell, shell.say("nav-home"), "首页", None, "/")
    }

    /// The furniture of a page called `here` below `above`; the last of those is where "close"
    /// leads.
    pub fn below(shell: &Shell, above: Vec<Link>, here: &str) -> Self {
        let close = above.last().map_or("/", |link| link.href.as_str()).to_owned();
        let column = above.get(1).map_or(here, |link| link.label.as_str()).to_owned();
        let crumb = Crumb::new(shell.words, above, here);
        Self::new(shell, column, "数据发布", Some(crumb), &close)
    }

    fn new(
        shell: &Shell,
        column: String,
        kind: &'static str,
        crumb: Option<Crumb>,
        close: &str,
    ) -> Self {
        Self {
            description: shell
                .say_with("portal-description", &[("site", shell.site_name().into())]),
            column,
            kind,
            keywords: shell.say("portal-keywords").replace('，', ","),
            crumb,
            tools: ReadingTools::new(shell, vec![], close),
            aloud: ReadAloud::new(shell.words),
            phone: phone(shell),
            as_of: now_text(shell),
        }
    }

    /// What the page is about.
    #[must_use]
    pub fn about(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }
}

fn phone(shell: &Shell) -> Option<Phone> {
    let address = shell.address()?;
    let code = qr::svg(&address, &shell.say("portal-phone-code")).ok()?;
    Some(Phone { code, address })
}

/// The link to the first page, where every path begins.
pub(super) fn home_link(shell: &Shell) -> Link {
    Link::new("/", shell.say("nav-home"))
}
