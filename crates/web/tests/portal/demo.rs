//! The same county served as a demo.

use super::year::config;
use qz_acts::Acts;
use qz_testkit::client::Client;
use qz_web::app::{DemoConfig, WebConfig, app};
use qz_web::shell::Named;

/// A visitor of the demo.
pub fn visitor(acts: &Acts) -> Client {
    let demo = Some(DemoConfig {
        scenario: Named::new("2015年", "the year 2015"),
        beside: vec![],
        session: "qz",
        clock: None,
    });
    Client::new(app(acts.clone(), WebConfig { demo, ..config() }))
}
