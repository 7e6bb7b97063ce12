# Draws: list, announcement, entries, the draw, calling off; and the draws on the portal.
rail-draws = Draws
nav-draws = Draws
draw-list-title = Draws
draw-list-all = { $count ->
    [one] One draw.
   *[other] { $count } draws.
}
draw-list-found = { $count ->
    [one] One draw fits.
   *[other] { $count } draws fit.
}
draw-list-none = Nothing was drawn yet. Which units are visited may be left to a draw.
draw-column-name = Number
draw-column-stage = Stage
draw-column-organ = Drawing office
draw-column-purpose = Purpose
draw-column-drawn = Drawn
draw-column-announced-on = Announced on
draw-column-latest-on = Latest step
draw-column-reason = Why called off
draw-column-year = Year
draw-column-parties = Entries by
draw-column-cover = Who reads it
draw-column-called-off = Called off before
draw-sort-latest = Latest first
draw-sort-earliest = Earliest first
draw-sort-number = By office and number
draw-title = { $organ }, draw { $number }
draw-of = { $take } of { $pool }
draw-sealed = (covert: told once the visits are made)
draw-cover-open = Anybody
draw-cover-sealed = Covert: anybody, once every drawn unit was visited
draw-called-off-count = { $count ->
    [one] one draw
   *[other] { $count } draws
}
draw-now-announced = The commitment is announced: no name can be put in or taken out any more. The first party's entry is waited for.
draw-now-entered-once = One party typed its entry. Somebody else of another unit types the second.
draw-now-entered = Both parties typed their entries. The next checkpoint of the log decides: a minute at most.
draw-now-ready = The checkpoint is signed: it can be drawn.
draw-now-drawn = Drawn, and nothing can change it. Anybody can work it out again from the published file.
draw-now-drawn-sealed = Drawn. Pool and result are told once every drawn unit was visited.
draw-now-called-off = Called off, and counted in the file of every later draw. Reason: { $reason }
draw-on-the-portal = See it on the portal
draw-drawn = Units drawn
draw-unit = Unit
draw-team-note = Two people with valid training, no tie to the unit, and the fewest visits of the last 90 days. You decide who goes; the plan checks it again.
draw-nobody = The office has no two people who may go
draw-pool = The pool ({ $count ->
    [one] one unit
   *[other] { $count } units
}, in the order of its numbers)
draw-entries = Entries
draw-commitment = Commitment
draw-seed = Seed
draw-announce-title = Announce a draw
draw-announce-lead = The pool and how many are drawn are bound first, and only a checksum is told. Nobody can change the pool from then on. The terms of your last draw stand there already.
draw-announce-button = Announce the commitment
draw-enter-title = Type an entry
draw-enter-lead = { $title }. Write a few words that nobody would guess.
draw-enter-button = Submit the entry
draw-make-title = Draw
draw-make-lead = { $title }. The result follows from pool, entries and checkpoint, whoever presses the button.
draw-make-button = Draw
draw-call-off-title = Call off
draw-call-off-lead = { $title } will not be drawn.
draw-call-off-button = Call off
draw-hint-organ = The office that draws, by code or full name.
draw-hint-purpose = One sentence: what for.
draw-hint-take = How many are drawn: a number.
draw-hint-units = To draw of these units alone: one code or full name a line. Kind and line then say nothing.
draw-hint-entry = 6 to 100 characters, published after the draw. No names of people, nothing of the work.
draw-hint-reason = Anybody reads it. Of a covert draw, name no unit.
draw-rule-bound = Once announced, pool, order, count and purpose cannot change.
draw-rule-parties = Two people of two units type an entry each.
draw-rule-checkpoint = The result depends on the first checkpoint after both entries, which nobody knows while they type.
draw-rule-counted = A draw called off has its reason, is published, and is counted in later files.
draw-rule-final = What is drawn is not drawn again and not called off.
matter-field-cover = Who reads it
matter-field-what-for = Purpose
matter-field-take = How many
matter-field-line = Line
matter-field-units = These units
matter-field-entry = Entry
desk-enter-draw = Draws that wait for an entry
desk-enter-draw-second = Draws that wait for the second entry
desk-make-draw = Ready to be drawn
desk-sum-enter-draw = draws that wait for an entry: { $count }
desk-sum-enter-draw-second = draws that wait for the second entry: { $count }
desk-sum-make-draw = ready to be drawn: { $count }
desk-act-enter-draw = Enter
desk-act-enter-draw-second = Enter
desk-act-make-draw = Draw
portal-draws-sentence = { $count ->
    [one] One draw.
   *[other] { $count } draws, those called off among them.
}
portal-draws-none = No draw fits. Please ask for less and look again.
portal-draws-scope = As of { $now }. Of a covert draw only number, office, day, commitment and stage are told until the visits are made.
portal-draw-waiting = Not drawn yet. The commitment is announced, and the pool cannot change any more.
portal-draw-sealed = Drawn. It is for covert visits: pool and result are told once every drawn unit was visited.
portal-draw-drawn = Drawn. Anybody can work the names below out again from the published file.
portal-draw-called-off = Called off. Reason: { $reason }
portal-draw-check = How to check it
portal-draw-check-bound = The commitment bound the pool, its order, the count and the purpose: with one name more or less another commitment follows.
portal-draw-check-entries = After that two people of two units typed an entry each: neither settles the result alone.
portal-draw-check-checkpoint = The next signed checkpoint of the log is taken, which nobody knew while they typed.
portal-draw-check-rule = The seed follows from commitment, entries and checkpoint, and the units follow from the seed by an open rule.
portal-draw-file = The published file
portal-draw-command = For KEY put the public key of the log. Without --vkey the file is checked as well, but not the checkpoint's signature.
portal-draw-facts = This draw
portal-draw-acts = Acts
draw-visit = Visit
draw-to-plan = Not planned yet; proposed:
draw-of-visit = This unit was drawn
draw-visits-title = Plan the visits
draw-visits-lead = { $title }. All drawn units at once; where one cannot be planned, none is.
draw-visits-button = Plan these visits
draw-team-of = { $unit }: whom to send
draw-plan-alone = Plan { $unit } alone
draw-pack-title = Sealed sheets
draw-pack-lead = Two pages a visit: the face goes on the envelope and names no unit; the sheet goes into it and is taken out on the day.
draw-pack-none = No planned visit is to come: there is nothing to seal.
draw-pack-face = Visit sheet (face)
draw-pack-place = Envelope { $place } of { $of }
draw-pack-open = Open on
draw-pack-sealed-by = Sealed by, when
draw-pack-opened-by = Opened by, when
draw-pack-foot = If the seal is broken before that, write it on the sheet and tell whoever planned the visit.
draw-pack-team = Who goes
