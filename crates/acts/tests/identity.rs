//! Accounts, roles, sessions and tokens, on both engines: each story with its refusals.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

#[path = "identity/beginning.rs"]
mod beginning;
#[path = "identity/roles.rs"]
mod roles;
#[path = "identity/sessions.rs"]
mod sessions;
#[path = "identity/sign_in.rs"]
mod sign_in;
#[path = "identity/tokens.rs"]
mod tokens;
#[path = "identity/town.rs"]
mod town;
