# Today: a sentence of what is so, then what waits, by the powers one holds.
rail-visits = Visits
desk-day = { $weekday }, { $date }:
desk-sentence = { $day } { $sums }.
desk-nothing = { $day } nothing waits for you.
desk-joint = {", "}
desk-latest-bulletin = Latest bulletin
desk-own-file = A copy
desk-empty = Nothing waits for you now.
desk-empty-visits = No visit is overdue, to be done today, or waiting for its second signature.
desk-empty-county = There are no units and people yet. Import the tables of units, posts and people in this order, and you can begin.
desk-plan = Plan a visit
desk-more = All { $count }
desk-column-state = State
desk-column-what = Matter
desk-column-who = Who
desk-column-when = Day
desk-column-act = Act
desk-overdue = Overdue
desk-open = To be done today
desk-to-sign = For me to sign
desk-signed = Signed by me, awaiting the other inspector
desk-reported = Awaiting second signature
desk-replies = For the unit to reply
desk-training = Inspectors without training, or soon without
desk-inspectors = All inspectors
desk-roles = Roles awaiting confirmation
desk-invited = Accounts to be activated
desk-accounts = Accounts
desk-log = Latest acts
desk-log-all = The whole log
desk-leaf = Leaf { $leaf }
desk-sum-overdue = { $count } overdue
desk-sum-open = { $count } to be done today
desk-sum-sign = { $count } for you to sign
desk-sum-signed = { $count } awaiting the other inspector
desk-sum-reported = { $count } awaiting a second signature
desk-sum-replies = { $count } for the unit to reply to
desk-sum-training =
    { $count ->
        [one] { $count } inspector without training or soon without
       *[other] { $count } inspectors without training or soon without
    }
desk-sum-roles =
    { $count ->
        [one] { $count } role to be confirmed
       *[other] { $count } roles to be confirmed
    }
desk-sum-invited =
    { $count ->
        [one] { $count } account to be activated
       *[other] { $count } accounts to be activated
    }
desk-sum-log =
    { $count ->
        [one] the ledger holds { $count } leaf
       *[other] the ledger holds { $count } leaves
    }
desk-act-sign = Sign
desk-act-write = Write up
desk-act-reply = Reply
desk-act-train = Record training
desk-act-confirm = Confirm
desk-light-unreplied = No reply
desk-proposed-by = proposed by { $name }
desk-week = This week
desk-week-filed = Visits filed
desk-week-planned = Planned
desk-unreplied = Without reply
desk-imports = Latest imports
desk-imported =
    { $count ->
        [one] { $count } row, { $when }
       *[other] { $count } rows, { $when }
    }
desk-screen = Findings to screen
desk-inquiry = Findings that await an answer
desk-weigh = Findings that were answered
desk-look = Held findings to look at again
desk-extend = Requests for more time to verify
desk-verify = Findings to verify
desk-notify = Findings to give notice of
desk-adjudicate = Findings to adjudicate
desk-answer = Your statement is awaited
desk-decide = To be decided
desk-serve = Decisions to serve
desk-clear = Names to clear
desk-check = Bulletins to check
desk-review = Bulletins to review
desk-countersign = Bulletins to counter-sign
desk-issue = Bulletins to sign
desk-publish = Bulletins to publish
desk-correct = Bulletins to correct
desk-review-ask = Decisions you may have reviewed
desk-review-serve = Reviews to serve
desk-review-decide = Reviews to decide
desk-review-take = Requests for a review to take in
desk-sum-screen = { $count } to screen
desk-sum-inquiry = { $count } awaiting an answer
desk-sum-weigh = { $count } answered
desk-sum-look = { $count } to look at again
desk-sum-extend = { $count } asking for more time
desk-sum-verify = { $count } to verify
desk-sum-notify = { $count } to give notice of
desk-sum-adjudicate = { $count } to adjudicate
desk-sum-answer = { $count } awaiting your statement
desk-sum-decide = { $count } to decide
desk-sum-serve = { $count } to serve
desk-sum-clear = { $count } to clear
desk-sum-check = { $count } to check
desk-sum-review = { $count } to review
desk-sum-countersign = { $count } to counter-sign
desk-sum-issue = { $count } to sign
desk-sum-publish = { $count } to publish
desk-sum-correct = { $count } bulletins to correct
desk-sum-review-ask = { $count } you may have reviewed
desk-sum-review-serve = { $count } reviews to serve
desk-sum-review-decide = { $count } reviews to decide
desk-sum-review-take = { $count } requests to take in
desk-act-screen = Screen
desk-act-inquiry = File the answer
desk-act-weigh = Weigh it
desk-act-look = Look again
desk-act-extend = Answer
desk-act-verify = Verify
desk-act-notify = Give notice
desk-act-adjudicate = Adjudicate
desk-act-answer = Speak
desk-act-decide = Decide
desk-act-serve = Serve
desk-act-clear = Clear
desk-act-check = Check
desk-act-review = Review
desk-act-countersign = Counter-sign
desk-act-issue = Sign
desk-act-publish = Publish
desk-act-correct = Correct
desk-act-review-ask = Ask for a review
desk-act-review-serve = Serve
desk-act-review-decide = Decide
desk-act-review-take = Take in
desk-empty-posts = Leading posts that nobody holds
desk-sum-empty-posts =
    { $count ->
        [one] { $count } leading post empty
       *[other] { $count } leading posts empty
    }
desk-coming = Appointments that begin, end or should have ended
desk-sum-coming =
    { $count ->
        [one] { $count } appointment to begin or end
       *[other] { $count } appointments to begin or end
    }
desk-post-empty = Empty
desk-post-covered = Covered
desk-appointment-begins = Begins
desk-appointment-ends = Ends
desk-appointment-late = Past its expected end
desk-opening-answer = Openings of sources for you to answer
desk-sum-opening-answer = { $count ->
    [one] one opening of a source waits for a second one
   *[other] { $count } openings of sources wait for a second one
}
desk-act-opening-answer = Answer
desk-opening-read = Sources opened for you
desk-sum-opening-read = { $count ->
    [one] one source is open to you
   *[other] { $count } sources are open to you
}
desk-act-opening-read = Read
desk-suspicion = Suspected false accusations to be taken further or not
desk-sum-suspicion = { $count ->
    [one] one suspected false accusation waits
   *[other] { $count } suspected false accusations wait
}
desk-act-suspicion = Look at it
desk-sign-for = To be signed for
desk-sum-sign-for = { $count ->
    [one] one is to be signed for
   *[other] { $count } are to be signed for
}
desk-act-rectification-plan = Write the plan
desk-request = Requests to answer
desk-sum-request = { $count ->
    [one] one request to answer
   *[other] { $count } requests to answer
}
desk-act-request = Look and answer
desk-swap = Turns to be handed over, for you to answer
desk-sum-swap = { $count ->
    [one] { $count } turn to be handed over waits for you
   *[other] { $count } turns to be handed over wait for you
}
desk-duty = On duty today
desk-sum-duty = { $count ->
    [one] you are on duty today
   *[other] you have { $count } duties today
}
desk-on-duty = On duty in the unit today
desk-explain = Days of attendance for you to explain
desk-settle = Days of attendance for you to settle
desk-sum-explain = { $count } days to explain
desk-sum-settle = { $count } days to settle

desk-owed = Owed to schemes
desk-sum-owed = { $count ->
    [one] one item is owed to a scheme
   *[other] { $count } items are owed to schemes
}
desk-act-owed = File
desk-scheme-draft = Schemes to be put into force
desk-sum-scheme-draft = { $count ->
    [one] one scheme is to be put into force
   *[other] { $count } schemes are to be put into force
}
desk-act-scheme-draft = Look at it
