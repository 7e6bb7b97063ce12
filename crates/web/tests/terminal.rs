//! The terminal port, over real HTTP on a free loopback port: the conformance list of the push protocol, one by one.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "terminal/desk.rs"]
mod desk;
#[path = "terminal/device.rs"]
mod device;
#[path = "terminal/events.rs"]
mod events;
#[path = "terminal/hello.rs"]
mod hello;
#[path = "terminal/kiosk.rs"]
mod kiosk;
#[path = "pages/markup.rs"]
mod markup;
#[path = "terminal/orders.rs"]
mod orders;
#[path = "terminal/uploads.rs"]
mod uploads;
