//! The desk's own pages, as a browser sees them on both engines: today, people, imports, help.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

#[path = "desk/article.rs"]
mod article;
#[path = "desk/attendance.rs"]
mod attendance;
#[path = "desk/brief.rs"]
mod brief;
#[path = "desk/calendar.rs"]
mod calendar;
#[path = "desk/campaign.rs"]
mod campaign;
#[path = "desk/chain.rs"]
mod chain;
#[path = "desk/days.rs"]
mod days;
#[path = "desk/dossier.rs"]
mod dossier;
#[path = "desk/draw.rs"]
mod draw;
#[path = "desk/fail_closed.rs"]
mod fail_closed;
#[path = "desk/fail_closed_days.rs"]
mod fail_closed_days;
#[path = "desk/help.rs"]
mod help;
#[path = "desk/import.rs"]
mod import;
#[path = "desk/import_faults.rs"]
mod import_faults;
#[path = "desk/law.rs"]
mod law;
#[path = "desk/length.rs"]
mod length;
#[path = "desk/light.rs"]
mod light;
#[path = "desk/look.rs"]
mod look;
#[path = "pages/markup.rs"]
mod markup;
#[path = "desk/matter.rs"]
mod matter;
#[path = "desk/meeting.rs"]
mod meeting;
#[path = "desk/moves.rs"]
mod moves;
#[path = "desk/paper.rs"]
mod paper;
#[path = "desk/people.rs"]
mod people;
#[path = "desk/punches.rs"]
mod punches;
#[path = "desk/record.rs"]
mod record;
#[path = "desk/rectification.rs"]
mod rectification;
#[path = "desk/report.rs"]
mod report;
#[path = "desk/request.rs"]
mod request;
#[path = "desk/review.rs"]
mod review;
#[path = "desk/roster.rs"]
mod roster;
#[path = "desk/sanction.rs"]
mod sanction;
#[path = "desk/sealed.rs"]
mod sealed;
#[path = "desk/stand_in.rs"]
mod stand_in;
#[path = "desk/ticket.rs"]
mod ticket;
#[path = "desk/today.rs"]
mod today;
#[path = "desk/two_counties.rs"]
mod two_counties;
