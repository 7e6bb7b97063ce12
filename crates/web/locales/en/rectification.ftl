# Rectifications: the list on the desk, the order and the steps; promises and progress on the portal.
nav-rectifications = Rectifications
rectification-list-title = Rectifications
rectification-list-all = { $count ->
    [one] There is { $count } rectification.
   *[other] There are { $count } rectifications.
}
rectification-list-found = { $count ->
    [one] { $count } rectification found.
   *[other] { $count } rectifications found.
}
rectification-list-none = No rectifications. Once a finding is borne out, its page lets you order one.
rectification-column-name = What is to be put right
rectification-column-stage = Light
rectification-column-where = Stage
rectification-column-unit = Unit
rectification-column-organ = Ordered by
rectification-column-clock = Term that runs
rectification-column-due = Last day
rectification-column-ordered-on = Ordered on
rectification-column-closed-on = Closed on
rectification-column-extension = More time
rectification-column-returns = Times returned
rectification-column-words = Unit or words
rectification-sort-latest = Latest step first
rectification-sort-unit = By unit
rectification-sort-due = By last day
rectification-title = Rectification: { $unit }
rectification-source = Rests on
rectification-promise = Promise { $place } of “{ $title }”
rectification-clocks = Terms and their sources
rectification-day-promised = until { $day } (the day that was promised)
rectification-day-extended = until { $day } (extended once)
rectification-day-ordered = until { $day } (the day set when it was ordered)
rectification-extended = until { $day }, { $stands }
rectification-extension-reason = Why more time was asked for
rectification-of-finding = Rectification: { $stage }
rectification-revisited = Revisited on { $day }: { $outcome }
rectification-now-ordered = Ordered. The unit first says how it puts it right, and who does.
rectification-now-planned = Being put right. Once it is, the unit’s head says so.
rectification-now-claimed = The unit says it is put right. Neither whoever ordered it nor anybody of the unit re-checks: a third person goes and looks.
rectification-now-returned = The re-check found something missing. Once it is there, the unit’s head says so again.
rectification-now-escalated = After two returns it is still not put right: it was escalated and stands in the brief of the county’s leaders. Once it is put right, it can still be closed.
rectification-now-closed = Closed. A revisit will see whether it lasts.
rectification-now-lasting = The revisit found that it lasts. This is done.
rectification-now-reopened = The revisit found the fault again. The terms count anew from that day.
rectification-order-title = Order a rectification
rectification-order-lead = Finding { $number }, { $unit }. Say what is to be put right, and by what it will be known to be.
rectification-order-button = Order it
rectification-take-up-title = Take up the promises
rectification-take-up-lead = Promises of “{ $title }” that nobody took up: { $count }. Each becomes a rectification, due on the day that was promised.
rectification-take-up-button = Take up all
rectification-plan-title = Say how it is put right
rectification-plan-lead = { $title }. Say how, and who answers for it.
rectification-plan-button = Send it
rectification-ask-title = Ask for more time
rectification-ask-lead = { $title }. Once only, and while the term runs.
rectification-ask-button = Ask
rectification-extend-title = Answer on more time
rectification-extend-lead = { $title }. Why the unit asks stands below.
rectification-extend-button = Answer
rectification-claim-title = Say it is put right
rectification-claim-lead = { $title }. The unit’s head says so; a third person goes and looks.
rectification-claim-button = Say so
rectification-check-title = Re-check
rectification-check-lead = { $title }. Go and look, and ask whoever was affected.
rectification-check-button = Keep the re-check
rectification-revisit-title = Revisit
rectification-revisit-lead = { $title }. See whether it lasts.
rectification-revisit-button = Keep the revisit
rectification-granted-yes = Yes
rectification-granted-no = No
rectification-passed-yes = Yes
rectification-passed-no = No
rectification-hint-item = What the finding established is filled in; change it as needed. No person’s name.
rectification-hint-standard = What somebody else would look at to know it is done.
rectification-hint-by = Empty is the term of the law; it may be earlier, not later.
rectification-hint-plan = Which steps, who, by when.
rectification-hint-reason = Why the term is not enough.
rectification-hint-claim = What was done, and where it can be seen.
rectification-hint-result = What was seen; where something is missing, what.
rectification-hint-affected = Ask those who came with a matter or complained; their words, not their names.
rectification-rule-term = The term is the county’s; an earlier day may be set.
rectification-rule-third = Neither whoever ordered it nor anybody of the unit re-checks or revisits.
rectification-rule-told = The notice can be printed; it says how the unit may object.
rectification-rule-promised = The term is the day that was promised, even where it is past.
rectification-rule-once = A rectification is extended once, whether or not it is granted.
rectification-rule-fifteen = No longer than the county’s term for an extension.
rectification-rule-answer = The organ that ordered it answers.
rectification-rule-leader = Only the unit’s head says that it is put right.
rectification-rule-escalated = It is returned twice at most; the third time it is escalated to the county’s leaders.
rectification-rule-word = The word of whoever was affected is kept with it.
rectification-rule-reopen = What does not last is reopened, and its terms count anew.
rectification-rule-plan = The plan does not change the term.
rectification-notice-print = Print the notice
rectification-notice-title = Notice of rectification
rectification-notice-opening = To { $unit }: please put right what is named below, within its term.
rectification-notice-more = Where the term is not enough, more time may be asked for once before it ends, with the reason. Once it is put right the unit’s head says so, and a third person re-checks.
rectification-notice-remedy = The unit may object to this notice in writing to the organ that ordered it, and ask for a review of the decision it rests on within the term printed there. Nothing becomes heavier because somebody objected.
rectification-plan-until = Plan due
rectification-public-sentence = { $count ->
    [one] { $count } rectification, { $scope }.
   *[other] { $count } rectifications, { $scope }.
}
rectification-public-none = No rectification fits.
rectification-public-scope = As of { $now }. Units are named, persons are not; of what rests on a finding only stage and days are told.
rectification-of-a-finding = Rests on a finding
rectification-told = How it went
rectification-told-ordered = Ordered
rectification-told-closed = Put right
rectification-told-in-time = Put right in time
rectification-told-returned = Returned at least once
rectification-told-revisited = Found to last
rectification-told-reopened = Reopened by a revisit
rectification-by-promise = A public promise
rectification-by-finding = A finding
desk-rectifications = Rectifications that wait for you
desk-sum-rectifications = { $count ->
    [one] { $count } rectification
   *[other] { $count } rectifications
}
