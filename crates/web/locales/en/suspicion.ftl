# Suspicions of a false accusation: noted by whoever adjudicated, taken further by somebody who did not.
suspicion-list-title = Suspected false accusations
suspicion-list-all = { $count ->
    [one] One suspicion in all.
   *[other] { $count } suspicions in all.
}
suspicion-list-found = { $count ->
    [one] One suspicion found.
   *[other] { $count } suspicions found.
}
suspicion-list-none = No suspicion of a false accusation is noted.
suspicion-column-name = Earlier finding
suspicion-column-stage = Stage
suspicion-column-noted-on = Noted on
suspicion-column-noted-by = Noted by
suspicion-column-organ = Organ
suspicion-sort-latest = Latest first
suspicion-sort-finding = By number of the earlier finding
suspicion-title = Suspected false accusation in finding { $number }
suspicion-root = Registered from an unfounded finding
suspicion-taken-as = See the finding that was registered
suspicion-now-noted = It waits for somebody who did not adjudicate: a finding of its own is registered, or none is.
suspicion-now-taken = A finding of its own is registered and goes its way; the clearing of the earlier one goes on.
suspicion-now-dropped = Nothing is registered: what there is shows no intent.
suspicion-note-title = Note a suspected false accusation
suspicion-note-lead = Finding { $number } is adjudicated unfounded and gone from your desk. Note something here only where intent can be seen; otherwise leave it and go back.
suspicion-note-button = Note it
suspicion-take-up-title = Register a finding of its own
suspicion-take-up-lead = { $title }. It becomes a finding of its own, verified and adjudicated on its own, and names nobody.
suspicion-take-up-button = Register it
suspicion-drop-title = Register nothing
suspicion-drop-lead = { $title }. No intent can be seen: nothing is registered.
suspicion-drop-button = Register nothing
suspicion-rule-honest = Whoever was inexact, mistaken or misunderstood something has not accused falsely. A false accusation is made up, known to be untrue, and meant to get somebody punished.
suspicion-rule-nobody = Neither this nor the finding says who. To know who told, ask that the sealed source be opened.
suspicion-rule-another = Whoever noted it takes it no further. Whoever does took no part in adjudicating and has no tie to the unit or anybody in the earlier finding.
suspicion-rule-clearing = The clearing goes on and does not wait; nothing of this stands in the papers of the earlier finding.
suspicion-hint-untrue = What was told that is not so. No names.
suspicion-hint-intent = What shows that whoever told it knew: contradictions, forged papers, things said. Being untrue is not enough.
suspicion-hint-answer = Why what there is shows no intent.
suspicion-hint-facts = It may be rewritten. Neither the name of whoever told, nor of anybody it was told of.
matter-field-untrue = What is not so
matter-field-intent = What shows the intent
