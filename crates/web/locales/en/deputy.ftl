# Deputies, absences, acting for a leader, withdrawing a tie of kin.
deputy-column = Deputy
deputy-stands-in = Stands in for
deputy-until = until { $day }
deputy-by = { $name } stands in
deputy-nobody = Nobody stands in
deputy-now = Now
deputy-later = To come
deputy-past = Ended
deputy-set-title = Name a deputy
deputy-set-lead = Who stands in while the { $post } of { $unit } is away.
deputy-set-button = Name
deputy-end-title = End deputy
deputy-end-lead = From now on there is a last day to { $name } standing in for the { $post }.
deputy-end-button = End
deputy-hint-person = Work number, or the name when only one has it
deputy-hint-until = Leave empty while it lasts
deputy-rule-leader = A leading post is stood in for by a leader of the same unit or of the one above.
deputy-rule-unit = A deputy holds a post of the same unit.
deputy-rule-one = A post has one deputy a day, who is not its holder.
deputy-rule-away = A deputy acts only while a recorded absence of the holder lasts.
deputy-rule-stays = What was done in the meantime keeps both names.
away-list-title = Absences
away-list-all =
    { $count ->
        [one] { $count } absence.
       *[other] { $count } absences.
    }
away-list-found =
    { $count ->
        [one] { $count } absence found.
       *[other] { $count } absences found.
    }
away-list-none = No absence is recorded yet.
away-none = No absence is recorded.
away-today = Away on the day
away-until = { $kind }, until { $day }
away-back-on = back on { $day }
away-now = Away
away-later = To be away
away-over = Back
away-who-leaders = Leaders
away-filter-q = Name, work number or unit
away-filter-on = Away on
away-filter-kind = Kind
away-filter-who = Who
away-sort-latest = Latest first
away-sort-back = First back first
away-sort-unit = By unit
away-column-name = Name
away-column-stage = State
away-column-unit = Unit
away-column-post = Post
away-column-kind = Kind
away-column-since = First day
away-column-until = Last day
away-column-deputy = Stands in
away-record-title = Record an absence
away-record-lead = From which day to which, and of what kind. Neither where to nor why.
away-record-button = Record
away-back-title = Back early
away-back-lead = { $name } is back early from { $since } to { $until } ({ $kind }).
away-back-button = Record the return
away-hint-person = Work number; a liaison officer may record for the own unit
away-hint-note = A word to colleagues, 60 characters at most; no illness, no destination
away-rule-days = Both days count; two absences of one person share no day.
away-rule-deputy = Where there is a deputy, they act meanwhile.
away-rule-back = The return counts from today or later: what was done for them before still stands.
matter-field-deputy = Deputy
matter-field-absentee = Who is away
matter-field-note = Note
matter-field-back-on = First day back
matter-absent = away, done for them
stand-title = Act for a leader
stand-lead = While a leader is away, their deputy does what falls to the leader.
stand-none = No leader who is away today has you for a deputy.
stand-who = Leader who is away
stand-until = Away until
stand-take = Act for { $name }
stand-chosen = You act for them
stand-put-down = Act in my own name again
stand-now = You act for { $name }: what falls to { $name } as leader is recorded with both names.
stand-down = You no longer act for a leader. { $why }
stand-by = { $name } for { $leader }
stand-rule-what = Only what falls to a leader as leader; own matters, kin and objections stay everybody's own.
stand-rule-both = Every step says who did it and for whom; both count as having taken part, and both are screened.
stand-rule-end = It ends at once when the leader is back or the absence is over.
kin-withdraw-title = Withdraw
kin-withdraw-lead = The tie of { $name } and { $other } ({ $relation }) was declared wrongly; from today on it is no ground of recusal.
kin-withdraw-button = Withdraw
kin-hint-reason = What was wrong, and which paper shows it
kin-rule-stays = The declaration and the reason stay; days before today keep what was known then.
kin-rule-own = Neither of the two withdraws it; another personnel officer does.
person-kin-withdrawn = Withdrawn on { $day }: { $why }
desk-absent = Leaders who are away and have you for a deputy
desk-sum-absent =
    { $count ->
        [one] { $count } leader away has you for a deputy
       *[other] { $count } leaders away have you for a deputy
    }
desk-act-stand-in = Act for them
desk-away = Away today
desk-sum-away =
    { $count ->
        [one] { $count } away today
       *[other] { $count } away today
    }
