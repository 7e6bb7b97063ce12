# Error reports and complaints: the forms on the public site, receipts, look-up, figures; tickets at the desk.
rail-tickets = Tickets
nav-tickets = Errors and complaints
ticket-list-title = Tickets
ticket-list-all = { $count ->
    [one] { $count } ticket.
   *[other] { $count } tickets.
}
ticket-list-found = { $count ->
    [one] { $count } ticket found.
   *[other] { $count } tickets found.
}
ticket-list-none = No ticket has come yet.
ticket-column-name = Number
ticket-column-stage = Stage
ticket-column-kind = Kind
ticket-column-about = Page or unit
ticket-column-submitted-on = Received
ticket-column-due = Due
ticket-column-handler = Handler
ticket-column-outcome = Outcome
ticket-column-answered-on = Answered
ticket-column-closed-on = Closed
ticket-column-unit = Unit
ticket-column-service = Window or service
ticket-column-mark = Note
ticket-sort-due = First due first
ticket-sort-latest = Latest first
ticket-sort-number = By number
ticket-filter-q = Words
ticket-filter-kind = Kind
ticket-filter-stage = Stage
ticket-filter-outcome = Outcome
ticket-filter-from = Received from
ticket-filter-to = Received to
ticket-filter-year = Year
ticket-filter-figure = Figure
ticket-is-private = About private matters
ticket-is-hidden = The page is hidden
ticket-is-reopened = Reopened: the sender said that it was not solved
ticket-erased = Its time is over; what was told has been erased.
ticket-said = What was said
ticket-see-page = See the page
ticket-who = Who sent it is not on record; do not try to find out. Contact details are seen by the handler alone, never by the unit.
ticket-read-whole = The whole ticket
ticket-accept-title = Accept
ticket-accept-lead = Accept { $title }. From then on you answer it.
ticket-accept-button = Accept
ticket-hide-title = Hide first
ticket-hide-lead = Take the page of { $title } off the public site, then check.
ticket-hide-button = Hide
ticket-ask-title = Ask the sender
ticket-ask-lead = { $title }: the sender sees your question with the number and code.
ticket-ask-button = Send
ticket-hand-over-title = Hand to the unit
ticket-hand-over-lead = Give { $title } to the unit complained of.
ticket-hand-over-button = Hand over
ticket-report-title = Report to the office
ticket-report-lead = Tell the office about { $title }: what you found and what you did.
ticket-report-button = Report
ticket-answer-title = Answer
ticket-answer-lead = Answer { $title }.
ticket-answer-button = Answer
ticket-rule-apart = Whoever wrote, checked or published the page may not accept it; nor may people of the unit complained of, or with kin there.
ticket-rule-terms = It is answered within three working days of acceptance.
ticket-rule-another = A reopened ticket goes to another handler.
ticket-rule-hide-first = Where privacy is at stake, hide first and check after; whoever sees it first does it.
ticket-rule-shown-again = After the check the page is shown again or removed for good; the answer decides.
ticket-rule-no-names = Do not ask who the sender is.
ticket-rule-clock-runs = The term for the answer runs on.
ticket-rule-unit-told = The unit sees what was told, never the contact details.
ticket-rule-to-office = The report goes to the office, which answers the sender.
ticket-rule-no-search = Nobody may look for whoever complained (Regulation on Petitions 2022, art. 30).
ticket-rule-reads = The sender reads the answer: say what was done and why.
ticket-rule-note = A correction stands on the page: what it said, what is right, which day.
ticket-rule-reopens = Within ten days the sender may say that it is not solved; another handler takes it, once.
ticket-hint-ask = Ask everything at once.
ticket-hint-report = What was found, what was done, what is still to do and by when.
ticket-hint-answer = The sender reads this. Name neither the handler nor the sender.
ticket-hint-was = Only for a correction: what the page says.
ticket-hint-became = Only for a correction: what is right. Both become public.
ticket-hint-body = What is wrong, and what would be right. Nothing private about others; about the matter, not the person.
ticket-hint-page = The part of the address after the site's name, such as /bulletins/12; filled in already when you come from the foot of that page.
ticket-hint-passage = Copy the words that are wrong.
ticket-hint-private = If ticked, we hide the page first and check after.
ticket-private = The page shows something private
ticket-hint-service = For example: window 3 of the service hall, applying for an allowance.
ticket-hint-contact = Not needed. If given, the handler alone sees it, and it is erased thirty days after closing.
ticket-hint-receipt-number = Such as 2015-0001, on your receipt. You may enter its whole line here, and leave the next field empty.
ticket-hint-receipt-code = Five groups of letters and figures, in either case.
ticket-hint-reply = Answer the question of the office, or add something.
ticket-hint-unsolved = What is still not solved.
matter-field-told = What you have to say
matter-field-of-unit = Which unit
matter-field-page = Which page
matter-field-passage = The wrong words
matter-field-private = Privacy
matter-field-service = Window or service
matter-field-contact = Contact
matter-field-was = It said
matter-field-became = Right is
matter-field-receipt-number = Number
matter-field-receipt-code = Code
ticket-say = Tell us
ticket-way-correction = Words or figures on a page are wrong, or something private is shown.
ticket-way-complaint = Nobody at the window, long waits, rudeness.
ticket-way-misconduct = Tips about a person's misconduct do not go here.
ticket-find-title = Look up a ticket
ticket-find-button = Look up
ticket-terms-title = When you hear from us
ticket-promise-terms = Accepted within one working day, answered within three more.
ticket-promise-unsolved = Within ten days of the answer you may say that it is not solved; another handler takes it, once.
ticket-promise-kept = What you wrote is erased a year after closing, contact details thirty days after.
ticket-new-correction-title = Report an error on a page
ticket-new-correction-lead = No account, and we do not ask who you are.
ticket-new-complaint-title = Complain about a unit's service
ticket-new-complaint-lead = No account; we do not ask who you are, and the unit will not know.
ticket-not-for-persons = This is for pages and services only. For a tip about a person's misconduct see:
ticket-send = Send
ticket-kept-title = What is kept, and how long
ticket-kept-who = No name, no account.
ticket-kept-text = What you write is erased a year after closing.
ticket-kept-contact = Contact details stand apart and are erased thirty days after closing.
ticket-kept-address = Your network address is not kept; to stop floods there is a mark for the day that cannot be turned back into it.
ticket-receipt-title = Received
ticket-receipt-lead = Write down the number and the code below, or print this page. They open your ticket.
ticket-receipt-once = The code is shown this once. We do not keep it, and a lost one cannot be found again.
ticket-receipt-phone = Scan with a phone to open the look-up page.
ticket-receipt-see = See how it stands
ticket-receipt-whole = In one line
ticket-receipt-wrong = There is no such number, or the code is not right. Compare with your receipt and try again.
ticket-course = The course of it
ticket-own-submitted = Received
ticket-own-accepted = Accepted
ticket-own-handed = Handed to the unit
ticket-own-answered = Answered
ticket-own-closed = Closed
ticket-own-accept = To be accepted
ticket-own-answer = To be answered
ticket-own-judge = You may say whether it is solved
ticket-judge-title = Is it solved?
ticket-solved-button = It is solved
ticket-unsolved-button = Not solved, do it again
ticket-reply-title = Add something
ticket-misconduct-title = Report a person's misconduct
ticket-misconduct-where = Tips about misconduct of party members and officials go straight to the discipline and supervision organs:
ticket-misconduct-phone = Telephone
ticket-misconduct-site = Website
ticket-misconduct-kept = This site takes no such tips. There is no field here, and your visit to this page leaves nothing.
ticket-misconduct-back = It is about a page or a service: back to the choice
ticket-figures-title = Figures on errors and complaints
ticket-figure-received = Received
ticket-figure-answered = Answered
ticket-figure-in-time = Answered in time
ticket-figure-corrected = Corrected or removed
ticket-figure-reopened = Reopened
ticket-rows-title = Tickets, one by one
ticket-rows-sentence = { $scope }: { $count }.
ticket-rows-none = There is no such ticket.
ticket-rows-scope = As of { $now }. Number, kind, unit, dates and outcome only; what was told, and by whom, is not public.
ticket-rows-define = A ticket counts once; a reopened one is the same ticket, and its last answer counts.
ticket-page-corrected = Correction ({ $day }): this page says “{ $was }”; right is “{ $became }”.
ticket-page-hidden = Somebody pointed out that this page shows something private. Since the report of { $day } it is hidden while we check.
ticket-page-removed = This page showed something private. After the report of { $day } it was checked and removed.
ticket-hidden-title = This page is not public at present
desk-new-ticket = Tickets to accept
desk-reopened-ticket = Reopened tickets
desk-my-ticket = Tickets in my hand
desk-reported-ticket = Tickets the unit has reported on
desk-unit-ticket = Complaints handed to my unit
desk-sum-new-ticket = { $count ->
    [one] { $count } ticket to accept
   *[other] { $count } tickets to accept
}
desk-sum-reopened-ticket = { $count ->
    [one] { $count } reopened ticket
   *[other] { $count } reopened tickets
}
desk-sum-my-ticket = { $count ->
    [one] { $count } ticket for me to answer
   *[other] { $count } tickets for me to answer
}
desk-sum-reported-ticket = { $count ->
    [one] { $count } ticket with the unit's report
   *[other] { $count } tickets with the unit's report
}
desk-sum-unit-ticket = { $count ->
    [one] { $count } complaint handed to my unit
   *[other] { $count } complaints handed to my unit
}
desk-act-new-ticket = Accept
desk-act-reopened-ticket = Accept
desk-act-my-ticket = Answer
desk-act-reported-ticket = Answer
desk-act-unit-ticket = Report
