//! The columns of meetings.

use super::{Table, table};

/// What belongs to one.
pub(super) const TABLES: &[Table] = &[
    table(
        "meeting",
        "id",
        "id",
        &[
            "called_on",
            "held_on",
            "id",
            "minutes",
            "organ",
            "reason",
            "serial",
            "signed_on",
            "stage",
            "version",
            "year",
        ],
    ),
    table("meeting_attendee", "meeting", "place", &["meeting", "person", "place", "present"]),
    table(
        "meeting_item",
        "meeting",
        "place",
        &["accountability", "because", "measure", "meeting", "place", "proposal", "response"],
    ),
    table(
        "meeting_ballot",
        "meeting",
        "accountability, place",
        &["accountability", "meeting", "person", "place", "vote", "words"],
    ),
];
