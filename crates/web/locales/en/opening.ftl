# Sealed sources: sealing, asking, the second one's answer, reading. What is sealed stands in no text here.
opening-list-title = Openings of sources
opening-list-all = { $count ->
    [one] One request in all.
   *[other] { $count } requests in all.
}
opening-list-found = { $count ->
    [one] One request found.
   *[other] { $count } requests found.
}
opening-list-none = There are no requests. Where it is needed, ask on the page of the finding.
opening-column-name = Finding
opening-column-stage = Stage
opening-column-purpose = What for
opening-column-asker = Asked by
opening-column-asked-on = Asked on
opening-column-second = Second one
opening-column-until = Open until
opening-column-organ = Organ
opening-column-sealed-on = Source sealed on
opening-sort-latest = Latest request first
opening-sort-finding = By number of the finding
opening-title = Opening the source of finding { $number }
opening-source = Source
opening-sealed = A source is sealed
opening-now-requested = It waits for a second one. Until then nobody can read it.
opening-now-opened = Only whoever asked can read it, until { $until }; every reading goes into the log.
opening-now-denied = The second one said no. If things change, it can be asked for again.
opening-now-expired = The 24 hours are over and it closed by itself; to read it again, ask again.
opening-now-ended = Whoever asked closed it early or took the request back.
opening-seal-title = Seal the source
opening-seal-lead = Somebody told of finding { $number }: write down here who, sealed on its own. What stands in the finding's text is not sealed.
opening-seal-button = Seal it
opening-ask-title = Ask to open the source
opening-ask-lead = The source of finding { $number } is sealed. Say what for; once somebody of another role agrees, you alone can read it for 24 hours.
opening-ask-button = Ask
opening-approve-title = Agree to open
opening-approve-lead = { $title }. Once you agree, only whoever asked can read it, and it closes after 24 hours; you do not see it.
opening-approve-button = Agree to open
opening-deny-title = Do not open
opening-deny-lead = { $title }. Say why it need not be opened, or how to go about it without.
opening-deny-button = Do not open
opening-end-title = Close early
opening-end-lead = { $title }. It is needed no more: close it now.
opening-end-button = Close it
opening-read-title = Read the source
opening-read-lead = { $title }. It is open until { $until }. The button shows it once and writes that into the log.
opening-read-button = Read it now
opening-read-now = This reading stands in the log. It is open until { $until }. Leave this page and it is shown no more.
opening-rule-apart = What is sealed appears in no list, search, export, print, file of a case, figure, message or interface; only "a source is sealed" is shown.
opening-rule-once = A finding's source is sealed once and not changed. If several told, write them together.
opening-rule-erased = When the finding is closed or unfounded, its source is erased with it after 90 days.
opening-rule-second = The second one has another role, did not ask, did not find, register or seal it, and has no tie to the unit or anybody held to account; never the head of the unit concerned.
opening-rule-hours = 24 hours from the yes; then it closes by itself.
opening-rule-log = Who asked, who agreed and who read it when stands in the log; what was read does not.
opening-rule-print = It is not printed, downloaded or kept.
opening-rule-again = Once closed, it takes a new request and a new yes to read it.
opening-hint-words = Name and how to reach them: only what is needed to protect them or to ask back.
opening-hint-reason = Why it must be known who it was. Do not write who.
opening-hint-approve = May stay empty. Do not write a name you guess.
opening-hint-deny = Say why; whoever asked can read it.
matter-field-source-words = Who told
matter-field-opening-purpose = What for
