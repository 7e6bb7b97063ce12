//! Writing a configuration file, for `init`, `restore` and the demo.

use qz_acts::backup::Tenant;
use std::fmt::Write as _;

/// The text of a configuration file. `store` is as in the file; `is_demo` adds the demo's mark.
pub fn text(
    county: &Tenant,
    store: &str,
    (listen, public_url): (&str, &str),
    origin: &str,
    is_demo: bool,
) -> String {
    let quote = |text: &str| toml::Value::from(text).to_string();
    let mut out = String::new();
    let _ = write!(
        out,
        "# Qinzheng: the guide is docs/guide/operations.md. Paths are meant from this folder.\n\
         [county]\ncode = {}\nname = {}\nname_en = {}\n\n\
         [store]\n# sqlite:FILE.db or postgres://user:password@host/database\nurl = {}\n\n\
         [web]\nlisten = {}\n# How people reach it; with https:// cookies are sent over TLS only.\n\
         public_url = {}\n# Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed.\n\
         trusted_proxies = []\n\n\
         [log]\n# The name of the ledger, in every checkpoint: never change it.\norigin = {}\n\
         # The private key: keep it from everybody and keep a copy elsewhere.\nkey = \"log.key\"\n\
         # What was signed last: leave it where it is when an older copy is restored.\n\
         state = \"log.state\"\n",
        quote(&county.code),
        quote(&county.name),
        quote(&county.name_en),
        quote(store),
        quote(listen),
        quote(public_url),
        quote(origin),
    );
    if is_demo {
        out.push_str("\n[demo]\nscenario = \"2015\"\n");
    }
    out
}
