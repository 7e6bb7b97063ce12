//! The served county, and people at its pages.

use crate::browser::{Answer, get, post};
use crate::form::hidden;
use crate::program::{Place, command};
use std::net::SocketAddr;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// What everybody in this story takes for a password.
const PASSWORD: &str = "correct horse battery staple 山高水长";

/// The served county.
pub struct Served<'a> {
    place: &'a Place,
    folder: &'static str,
    child: Child,
    address: SocketAddr,
}

/// Somebody who signed in.
pub struct SignedIn {
    address: SocketAddr,
    cookies: String,
}

impl<'a> Served<'a> {
    /// Serves the county of a folder.
    pub fn start(place: &'a Place, folder: &'static str) -> Self {
        let config = std::fs::read_to_string(place.path(folder).join("qinzheng.toml"));
        let config: toml::Table = config.expect("a configuration").parse().expect("TOML");
        let address = config["web"]["listen"].as_str().expect("an address").parse();
        let mut program = command(&place.path("."), &["serve", "--data", folder]);
        let child = program.env("RUST_LOG", "off").spawn().expect("the server starts");
        let served = Self { place, folder, child, address: address.expect("an address") };
        served.wait_until_ready();
        served
    }

    fn wait_until_ready(&self) {
        let began = Instant::now();
        while !get(self.address, "/readyz", "").is_ok_and(|answer| answer.status == 200) {
            assert!(began.elapsed() < Duration::from_mins(1), "the server does not become ready");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Uses a one-time code, sets a password, and signs in.
    pub fn activate(&self, name: &str, code: &str) -> SignedIn {
        let fields = [("name", name), ("code", code), ("password", PASSWORD), ("again", PASSWORD)];
        let answer = self.open_form("/sign-in/activate", &fields);
        assert!(answer.status < 400, "{name}: {}", answer.body);
        let answer = self.open_form("/sign-in", &[("name", name), ("password", PASSWORD)]);
        assert!(!answer.cookies.is_empty(), "{name}: {}", answer.body);
        SignedIn { address: self.address, cookies: answer.cookies }
    }

    /// Sends a form that anybody may send.
    fn open_form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        post(self.address, path, "", fields).expect("the server answers")
    }

    /// An account opened by one officer, its role proposed by the same and confirmed by another;
    /// its owner signs in.
    pub fn invite(
        &self,
        system: &SignedIn,
        security: &SignedIn,
        (name, role): (&str, &str),
    ) -> SignedIn {
        let opened = system.form("/desk/accounts/new", "/desk/accounts", &[("name", name)]);
        let code = between(&opened.body, "<code>", "</code>").expect("a code").to_owned();
        let account = between(&opened.body, "/desk/accounts/", "\"").expect("a number").to_owned();
        let page = format!("/desk/accounts/{account}");
        let proposed =
            system.form(&page, &format!("{page}/roles"), &[("role", role), ("unit", "BZ")]);
        assert!(proposed.status < 400, "{}", proposed.body);
        let shown = security.page(&page);
        let action = between(&shown, "action=\"/desk/roles/", "\"").expect("a role to confirm");
        let confirmed = security.form(&page, &format!("/desk/roles/{action}"), &[]);
        assert!(confirmed.status < 400, "{}", confirmed.body);
        self.activate(name, &code)
    }

    /// What the self-check of a folder says.
    pub fn verify(&self, folder: &str) -> String {
        self.place.run(&["ledger", "verify", "--data", folder]).well().out
    }

    /// Stops, restores an older copy beside the signer's memory, and sees that it is noticed.
    pub fn an_older_copy_is_noticed(mut self, copy: &str, clerk: &SignedIn) {
        clerk.file_sheet(&[
            ("number.1", "2016-0002"),
            ("unit.1", "BZ02"),
            ("manner.1", "暗访"),
            ("visited_at.1", "2016-02-15 15:00"),
            ("team.1", "B001、B002"),
            ("observed.1", "15:00到窗口，2人在岗。"),
            ("outcome.1", "无问题"),
        ]);
        let asked = Command::new("kill").arg(self.child.id().to_string()).status();
        assert!(asked.expect("kill is there").success());
        assert!(self.child.wait().expect("it ends").success());
        let folder = self.place.path(self.folder);
        std::fs::remove_file(folder.join("qinzheng.db")).expect("the store is lost");
        let said = self.place.run(&["restore", copy, "--data", self.folder]);
        assert_eq!(said.code, 1, "{}", said.out);
        assert!(
            said.err.contains("the store was restored, and it is not in order"),
            "{}",
            said.err
        );
        assert!(said.err.contains("signed"), "{}", said.err);
        let said = self.place.run(&["ledger", "verify", "--data", self.folder]);
        assert_eq!(said.code, 1, "{}", said.out);
    }
}

impl SignedIn {
    fn page(&self, path: &str) -> String {
        let answer = get(self.address, path, &self.cookies).expect("the server answers");
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body
    }

    /// Opens a page and sends its form.
    fn form(&self, page: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.page(page);
        let csrf = hidden(&page, "csrf").expect("the form has its token");
        let request = hidden(&page, "request").unwrap_or_default();
        let mut all = vec![("csrf", csrf.as_str()), ("request", request.as_str())];
        all.extend(fields);
        post(self.address, action, &self.cookies, &all).expect("the server answers")
    }

    /// Makes a token for the command line.
    pub fn make_token(&self, actions: &[&str]) -> String {
        let mut fields = vec![("label", "导入"), ("days", "30")];
        fields.extend(actions.iter().map(|action| ("actions", *action)));
        let made = self.form("/desk/me", "/desk/me/tokens", &fields);
        between(&made.body, "<code>", "</code>").expect("a token").to_owned()
    }

    /// Files one sheet in the grid.
    pub fn file_sheet(&self, sheet: &[(&str, &str)]) {
        let filed = self.form("/desk/visits/grid", "/desk/visits/grid", sheet);
        assert_eq!(filed.status, 200, "{}", filed.body);
    }
}

fn between<'a>(text: &'a str, begin: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(begin)?;
    rest.split(end).next()
}

impl Drop for Served<'_> {
    /// A test that failed leaves no server behind.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
