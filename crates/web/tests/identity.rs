//! Signing in, sessions, forms, officers' pages, operations: through the whole application.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "identity/forms.rs"]
mod forms;
#[path = "identity/officers.rs"]
mod officers;
#[path = "identity/operations.rs"]
mod operations;
#[path = "identity/own.rs"]
mod own;
#[path = "identity/sign_in.rs"]
mod sign_in;
