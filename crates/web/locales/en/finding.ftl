# Findings: list, register, screen, verify, give notice, adjudicate.
finding-list-title = Findings
finding-list-all = { $count ->
    [one] One finding in all.
   *[other] { $count } findings in all.
}
finding-list-found = { $count ->
    [one] One finding found.
   *[other] { $count } findings found.
}
finding-list-none = There is no finding here yet. When a visit saw a matter, it appears here once registered; none is fine too.
finding-filter-q = Number, unit or words
finding-filter-unit = Unit concerned
finding-filter-organ = Organ in charge
finding-filter-from = Adjudicated from
finding-filter-to = Adjudicated to
finding-filter-borne-out = upheld and partly upheld
finding-column-name = Number
finding-column-number = Number
finding-column-stage = Stage
finding-column-unit = Unit concerned
finding-column-facts = What was seen
finding-column-organ = Organ in charge
finding-column-visit = Visit
finding-column-registered-on = Registered
finding-column-due-on = Term
finding-column-extension = More time to verify
finding-column-receipt = Receipt
finding-column-adjudicated-on = Adjudicated
finding-sort-latest = latest first
finding-sort-number = by number
finding-sort-unit = by unit concerned
finding-sort-stage = by stage
finding-sort-adjudicated = by day of adjudication
finding-title = { $unit } · { $number }
finding-now-registered = Registered, waiting to be screened. Nobody who was on the visit screens it.
finding-now-asked = A letter asks about it. The answer may come within the term; after it, the matter may be verified without. Nothing is decided on a letter.
finding-now-replied = The answer is filed. It goes on to verification, or is closed with a reason; nothing is decided on the answer.
finding-now-held = Held. On its day it is looked at again: held on, verified or closed.
finding-now-verifying = It is looked into: two people establish the facts, for and against.
finding-now-verified = Two people established the facts. Next, notice goes to whoever is to be held to account; they are heard before anything is adjudicated.
finding-now-noticed = Notice was given. Once everybody has spoken, waived it or let the time pass, an adjudicator who took no part so far adjudicates.
finding-now-upheld = Adjudicated. Next, a panel decides on each accountability on its own page.
finding-now-unfounded = Found unfounded; nobody else reads it any more. Somebody is still to be cleared; once all are, it is shown to nobody.
finding-now-put-right = Put right on the spot. That is the end of it; it is no case.
finding-now-closed = Nothing to look into. That is the end of it.
finding-now-transferred = Transferred to the competent organ, whose receipt is filed. That is the end of it here.
finding-subjects = Who is held to account
finding-subjects-none = Nobody has been given notice. A finding itself blames nobody.
finding-heard = What { $name } said
finding-readers = The supervision clerk, and the discipline officers, adjudicators and head of the organ in charge. The unit concerned learns of it by its notice.
finding-register-title = Register a finding
finding-register-lead = Three fields, about 2 minutes. Somebody who was not on the visit then screens it.
finding-register-button = Register
finding-screen-title = Screen
finding-screen-lead = { $number }, { $unit }. Say whether it is worth a look, and why.
finding-screen-button = Submit the screening
finding-reply-title = File the answer
finding-reply-lead = { $number }, { $unit }. The written answer is filed in its own words.
finding-reply-button = File the answer
finding-prolong-title = Ask for more time
finding-prolong-lead = { $number }, { $unit }. Before the term is over, and once.
finding-prolong-button = Ask for more time
finding-extend-title = Answer on more time
finding-extend-lead = { $number }, { $unit }. Read why, then say whether there is more time.
finding-extend-button = Submit the answer
finding-transfer-title = Transfer
finding-transfer-lead = { $number }, { $unit }. What another organ is competent for goes there, and its receipt is filed. Nothing more is done here afterwards.
finding-transfer-button = Transfer
finding-verify-title = Verify
finding-verify-lead = { $number }, { $unit }. Two people establish the facts; once submitted they stand.
finding-verify-button = Submit the facts
finding-adjudicate-title = Adjudicate
finding-adjudicate-lead = { $number }, { $unit }. Read the facts and the statements, then say whether it is borne out. This cannot be changed.
finding-adjudicate-button = Submit the adjudication
finding-notify-title = Give notice
finding-notify-lead = { $number }, { $unit }. Tell one person or one unit the facts, the ground and the measure proposed, and ask for their statement.
finding-notify-button = Give notice
