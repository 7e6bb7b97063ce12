calendar-title = Working calendar
calendar-sentence =
    { $waiting ->
        [0] The holidays of { $first } to { $last } are known. No term waits for the notice of { $next }.
        [one] The holidays of { $first } to { $last } are known. The term of one record waits for the notice of { $next }.
       *[other] The holidays of { $first } to { $last } are known. The terms of { $waiting } records wait for the notice of { $next }.
    }
calendar-notice = The notice
calendar-notice-hint = Write it as shown beside: the year, the civil dates of lunar feasts, which days each holiday gives off, which days are worked for it.
calendar-button = Bring this notice in
calendar-done =
    { $fixed ->
        [one] The notice of { $year } is in, and the terms of one record are fixed by it.
       *[other] The notice of { $year } is in, and the terms of { $fixed } records are fixed by it.
    }
calendar-why = Why bring one in
calendar-why-text = On which day a term ends depends on that year's holidays. Until the State Council's notice is out nothing is guessed: what is to be done is done, the term says that it waits, and the notice fixes all of them at once.
calendar-form = How to write it (the latest year)
fault-unreadable = This cannot be used: { $found }
