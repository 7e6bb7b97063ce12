# Bulletins: list, draft, check, privacy review, counter-sign, sign, publish, call off.
bulletin-list-title = Bulletins
bulletin-list-all = { $count ->
    [one] One bulletin in all.
   *[other] { $count } bulletins in all.
}
bulletin-list-found = { $count ->
    [one] One bulletin found.
   *[other] { $count } bulletins found.
}
bulletin-list-none = There is no bulletin here yet.
bulletin-filter-q = Title
bulletin-filter-organ = Issuing organ
bulletin-filter-from = Published from
bulletin-filter-to = Published to
bulletin-column-name = Title
bulletin-column-stage = Stage
bulletin-column-number = Number
bulletin-column-kind = Kind
bulletin-column-scope = Readers
bulletin-column-organ = Issuing organ
bulletin-column-decisions = Decisions
bulletin-column-lead = Opening
bulletin-column-drafted-on = Drafted
bulletin-column-latest-on = Latest step
bulletin-column-signed-on = Signed
bulletin-column-published-on = Published
bulletin-column-expires-on = Names go
bulletin-sort-latest = latest first
bulletin-sort-earliest = earliest published first
bulletin-sort-rank = by highest rank
bulletin-scope-public = Public: anybody reads it; names for 90 days
bulletin-scope-county = County: names for whoever is signed in, 6 months
bulletin-scope-unit = Unit: for people of the unit alone, names 3 months
unit-bulletin-title = Unit bulletins
unit-bulletin-lead = What is made known in your unit alone stands nowhere else; names go on their day.
unit-bulletin-none = None now. What your unit makes known within itself will stand here.
bulletin-now-drafted = The draft is written. Somebody else checks it against the decisions.
bulletin-now-checked = Checked. Next is the privacy review: whether names need to stand, and for how long.
bulletin-now-reviewed = Reviewed, waiting to be signed. Signing gives it its number.
bulletin-now-own = Reviewed. As it is self-requested, somebody else counter-signs before it is signed.
bulletin-now-signed = Signed; somebody else publishes it, one whole working day at least after the last service.
bulletin-now-published = Published. Names are shown until { $day }.
bulletin-now-published-units = Published, with units and ranks and without any name.
bulletin-now-expired = Published. The time of the names is over; no page shows them any more.
bulletin-now-called-off = Called off. It will not be published.
bulletin-now-to-correct = A review changed a decision in it. Correct it until { $day }; where none stands any more, withdraw it. The public page says so already.
bulletin-now-withdrawn = Withdrawn. The number stays, nothing of it is shown.
bulletin-as-read = As its readers see it
bulletin-as-read-lead = A name stands only with its reason; otherwise unit and rank. Names go by themselves when their time is over.
bulletin-requested-by = Requested by { $name }
bulletin-naming = Named because: { $reason }
bulletin-plan = Plan to mend
bulletin-readers = Until it is published, only the discipline officers, adjudicators and head of the issuing organ read it.
bulletin-read-whole = The whole text, as its readers see it
bulletin-names-public = { $count ->
    [0] It shows no name.
    [one] It shows one name to anybody, for 90 days.
   *[other] It shows { $count } names to anybody, for 90 days.
}
bulletin-names-unit = { $count ->
    [0] It shows no name.
    [one] It shows one name to people of the unit, for 3 months.
   *[other] It shows { $count } names to people of the unit, for 3 months.
}
bulletin-names-county = { $count ->
    [0] It shows no name.
    [one] It shows one name to whoever is signed in, for 6 months.
   *[other] It shows { $count } names to whoever is signed in, for 6 months.
}
bulletin-rule-check = Against each decision: unit, measure, ground, day.
bulletin-rule-drafter = Nobody who drafted it takes this part.
bulletin-rule-review = Whether each name needs to stand, and its reason holds.
bulletin-rule-assess = Where a name stands, an impact assessment is written (Personal Information Protection Law, arts. 55 and 56) and kept for three years.
bulletin-rule-countersign = A self-requested bulletin takes a second signature, so that nobody judges themselves alone.
bulletin-rule-number = Signing gives it the next number; after that it cannot be called off.
bulletin-rule-signer = Nobody who drafted, checked or reviewed it signs it.
bulletin-rule-day = One whole working day lies between the last service and the publication.
bulletin-rule-publisher = Nobody who signed it publishes it.
bulletin-rule-called-off = The draft stays on record; its decisions may stand in another bulletin.
bulletin-rule-corrected = It stands on the same page, where every reader sees it; the number stays.
bulletin-hint-correction = Which decision was changed by which review, for its readers; no name.
bulletin-corrections = Corrections
bulletin-corrected = { $kind } on { $day }
bulletin-draft-title = Draft a bulletin
bulletin-draft-lead = Tick the decisions to make known. By default only the unit is shown; each name needs its reason.
bulletin-draft-button = Submit the draft
bulletin-edit-title = Edit draft
bulletin-edit-lead = What you change makes a new version, and you become one of its drafters: you cannot check, review or sign it any more. A check made before no longer counts. The issuing organ stays.
bulletin-edit-button = Save new version
bulletin-items = Decisions no bulletin tells of yet
bulletin-items-hint = Served, and in no other bulletin.
bulletin-items-none = No decision waits to be made known.
bulletin-item = Decision
bulletin-naming-of = Reason for naming { $name }; empty shows the unit alone
bulletin-naming-unit = a unit needs no reason
bulletin-own = Self-requested: faults and plan
bulletin-own-lead = For a self-requested bulletin. One fault and one promise at least.
bulletin-check-title = Check
bulletin-check-lead = “{ $title }”. Confirm that every item agrees with its decision. { $names }
bulletin-check-button = Confirm the check
bulletin-review-title = Privacy review
bulletin-review-lead = “{ $title }”. { $names } Confirm that each name needs to stand.
bulletin-review-button = Confirm the review
bulletin-on-the-portal = See it on the portal
bulletin-preview-title = Public preview
bulletin-preview-eyes = Through whose eyes
bulletin-preview-anybody = Signed and published today, this is what anybody reads from the first day on.
bulletin-preview-staff = Signed and published today, this is what the county’s staff read once signed in.
bulletin-preview-after = Once the names are gone, this is what anybody reads.
bulletin-assessment = Impact assessment
bulletin-hint-assess-purpose = Why the name must stand, and whether the manner is lawful, proper and necessary.
bulletin-hint-assess-effect = What it does to the person and the family, and what could go wrong.
bulletin-hint-assess-safeguard = What protects them: how long it shows, how much it says, how it is taken back.
bulletin-countersign-title = Counter-sign
bulletin-countersign-lead = “{ $title }” is self-requested. It can be signed once you counter-sign. { $names }
bulletin-countersign-button = Counter-sign
bulletin-sign-title = Sign
bulletin-sign-lead = Signing gives “{ $title }” its number; then it can be neither changed nor called off. { $names }
bulletin-sign-button = Sign
bulletin-publish-title = Publish
bulletin-publish-lead = “{ $title }” is made known from today. { $names }
bulletin-publish-button = Publish
bulletin-call-off-title = Call off
bulletin-call-off-lead = “{ $title }” goes no further. { $names } Once called off, none of it is shown.
bulletin-call-off-button = Call it off
bulletin-correct-title = Correct
bulletin-correct-lead = A review changed a decision that “{ $title }” tells of. What you write stands at its head.
bulletin-correct-button = Publish the correction
bulletin-withdraw-title = Withdraw
bulletin-withdraw-lead = No decision in “{ $title }” stands any more. Once withdrawn, title, number and this explanation are left.
bulletin-withdraw-button = Withdraw the bulletin
