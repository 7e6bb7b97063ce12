brief-title = This week in brief
brief-sentence = { $from } to { $to }: { $visits ->
        [one] { $visits } visit
       *[other] { $visits } visits
    }, { $persons ->
        [one] { $persons } decision
       *[other] { $persons } decisions
    } served on persons.
brief-what = Count
brief-week = This week
brief-before = The week before
brief-year = The year so far
brief-earlier = A week earlier
brief-later = A week later
brief-counts = Every number opens to what anybody may read of it. How much was found measures nobody: there are no targets and no ranks.
brief-in-work = In work
brief-late = Of these, window over without an answer
brief-finding-registered = Findings to be screened
brief-finding-asked = Findings asked about in writing
brief-finding-replied = Findings answered, to be weighed
brief-finding-held = Findings held
brief-finding-verifying = Findings being verified
brief-finding-verified = Findings to be adjudicated
brief-accountability-noticed = Notice given, statement awaited
brief-accountability-answered = Statement made, to be decided
brief-accountability-waived = Statement waived, to be decided
brief-accountability-decided = Decided, to be served
brief-bulletin-drafted = Bulletins to be checked
brief-bulletin-checked = Bulletins to be reviewed
brief-bulletin-reviewed = Bulletins to be signed
brief-bulletin-countersigned = Bulletins countersigned, to be signed
brief-bulletin-signed = Bulletins to be published
brief-rectification-escalated = Rectifications escalated
brief-rectification-late = Rectifications past their term
