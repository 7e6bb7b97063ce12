# Records of sanctions: other organs decide; here their documents are kept and the combined period is worked out.
sanction-list-title = Records of sanctions
sanction-list-all = { $count ->
    [one] One record in all.
   *[other] { $count } records in all.
}
sanction-list-found = { $count ->
    [one] One record found.
   *[other] { $count } records found.
}
sanction-list-none = No sanction is recorded.
sanction-filter-q = Name, work number, organ or document
sanction-column-name = Subject
sanction-column-stage = State
sanction-column-kind = Sanction
sanction-column-imposer = Whose power
sanction-column-decided-on = Decided on
sanction-column-heard-on = Heard on
sanction-column-stated = Period stated
sanction-column-unit = Unit on that day
sanction-column-organ = Deciding organ
sanction-column-number = Document
sanction-sort-latest = Latest decision first
sanction-sort-person = By work number
sanction-sort-unit = By unit
sanction-title = { $person }: { $kind }
sanction-own = Sanctions on record
sanction-computed = How the period is worked out
sanction-remedy = Where to turn
sanction-sum-none = No period of a sanction is counted now.
sanction-sum-until = Together: { $kind }, until { $day }.
sanction-sum-endless = { $kind }; it has no period.
sanction-because-one = { $day }: { $kind }, a period of { $months }, alone until { $until } ({ $source }).
sanction-because-heaviest = { $day }: { $count } sanctions at once; of different kinds the heaviest is executed: { $kind }.
sanction-because-same = { $day }: { $count } times { $kind } at once; the period lies between { $least } and { $most }; it is { $months }, alone until { $until }.
sanction-because-running = An earlier period ran until { $earlier }; what was left of it and the new { $months } last until { $until }.
sanction-because-capped = No period is longer than 48 months: until { $until }.
sanction-because-lifted = It is lifted: until { $until }.
sanction-because-endless = { $day }: discharge; no period is counted any more.
sanction-remedy-office = Within { $length } of learning of it you may ask { $organ } for a review, or appeal at once; neither suspends it or makes it heavier ({ $source }).
sanction-remedy-supervisory = Within { $length } of receipt you may ask { $organ } for a review, and the supervisory organ above it after that; neither suspends it or makes it heavier ({ $source }).
sanction-paper-title = Record of a sanction
sanction-paper-opening = Recorded from the document of the sanction, with the period worked out from all records. The sanction was decided by the organ with that power; this paper decides nothing.
sanction-paper-foot = Where the record differs from the document, ask the office that recorded it to correct it. The code leads to the record as it stands.
sanction-record-title = Record a sanction
sanction-record-lead = As its document says. The organ with that power decides; nothing is decided here.
sanction-record-button = Record it and tell the subject
sanction-correct-title = Correct the record
sanction-correct-lead = { $title }. Key what the document says anew, and what was wrong.
sanction-correct-button = Correct it and tell the subject
sanction-lift-title = Record that it is lifted
sanction-lift-lead = { $title }. As the document that lifts it says; the period ends on its day.
sanction-lift-button = Record that it is lifted
sanction-rescind-title = Record that it is taken back
sanction-rescind-lead = { $title }. As the document that takes it back says; it is not counted any more.
sanction-rescind-button = Record that it is taken back
sanction-rule-record = Only documents of the organ with that power are kept; nothing is decided here, and nothing of it is public.
sanction-rule-heard = The document says on which day the subject was heard, no later than the decision.
sanction-rule-period = For several of one kind at once a document states a period between one and the sum, 48 months at most.
sanction-rule-anew = When one is lifted or taken back, the combined period is worked out anew.
sanction-rule-told = The subject is told of the record and of every change, and reads it in their own record. Neither they, nor kin, nor people of their unit handle it.
sanction-hint-subject = Work number or name.
sanction-hint-organ = Its full name, as the document has it.
sanction-hint-heard-on = The day the document says.
sanction-hint-stated = In months. Only where several of one kind were decided on the same day and the document states a period.
sanction-hint-corrected = What was wrong, and by which paper.
matter-field-subject = Subject
matter-field-sanction-kind = Sanction
matter-field-imposer = Whose power
matter-field-sanction-organ = Organ
matter-field-heard-on = Heard on
matter-field-stated = Period stated
matter-field-corrected = What was wrong
