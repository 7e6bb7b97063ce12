# Campaigns: list, plan, edit, issue, call off, and the campaigns of the portal.
rail-campaigns = Campaigns
campaign-list-title = Campaigns
campaign-list-all = { $count ->
    [one] One campaign.
   *[other] { $count } campaigns.
}
campaign-list-found = { $count ->
    [one] One campaign found.
   *[other] { $count } campaigns found.
}
campaign-list-none = There are no campaigns yet.
campaign-words = Title or number
campaign-column-name = Title
campaign-column-stage = Stage
campaign-column-organ = Lead
campaign-column-doc-number = Number
campaign-column-progress = Progress
campaign-column-starts = First day
campaign-column-ends = Last day
campaign-column-drafted-on = Drafted on
campaign-column-issued-on = Issued on
campaign-column-members = Member units
campaign-column-duties = Duties
campaign-column-report = Monthly report
campaign-sort-latest = Latest issued first
campaign-sort-earliest = Earliest begun first
campaign-sort-ends = Earliest ended first
campaign-sort-title = By title
campaign-now-drafted = The plan is written. It waits to be issued by somebody who wrote none of it, and can be edited until then.
campaign-now-issued = Issued: the member units answer for their duties, and anybody can read it. An issued plan is not edited; another one takes its place.
campaign-now-replaced = A later plan took its place. It stays on record.
campaign-now-called-off = Called off before it was issued. Reason: { $reason }
campaign-on-the-portal = See it on the portal
campaign-read-whole = The whole plan with its duties
campaign-text = The plan
campaign-phases = Phases
campaign-phases-hint = A phase a row, in order and without overlap, all within the campaign’s days. Write days like 2015-06-18. A campaign may do without.
campaign-duties = Duties
campaign-duties-hint = A thing a row, for one unit; a unit may have several. Every unit named here takes part, of whatever rank. Without a last day a duty runs to the end of the campaign.
campaign-more-rows = More rows
campaign-due = Until { $day }
campaign-due-end = To the end
campaign-phase-until = until { $day }
campaign-standing-ahead = From { $starts } to { $ends }; it has not begun. { "" }
campaign-standing-running = From { $starts } to { $ends }; today is day { $day } of { $total }. { "" }
campaign-standing-ended = From { $starts } to { $ends }, { $total } days; it has ended. { "" }
campaign-report-days = { $days ->
    [one] within one working day after each month
   *[other] within { $days } working days after each month
}
campaign-replaces = Took the place of
campaign-replaced-by = This plan took its place:
campaign-replaced-fact = Replaced by
campaign-replaces-none = None
campaign-draft-title = Draft a campaign
campaign-draft-lead = Why, until when, in which phases, and which unit does what. Once issued anybody can read it.
campaign-draft-button = Hand in the plan
campaign-edit-title = Edit
campaign-edit-lead = Until it is issued the whole plan can be changed. Whoever changes it is one of its drafters.
campaign-edit-button = Save the plan
campaign-issue-title = Issue
campaign-issue-lead = “{ $title }” is in force from now on: its member units see their duties on the desk, and anybody reads it on the portal.
campaign-issue-button = Issue
campaign-call-off-title = Call off
campaign-call-off-lead = “{ $title }” is not issued. Called off, it stays on record and goes no further.
campaign-call-off-button = Call it off
campaign-hint-organ = The unit that leads, by code or full name.
campaign-hint-doc-number = Such as 示办发〔2015〕21号. It may be given when the plan is issued.
campaign-hint-purpose = Two or three sentences: on which decision it rests, and what it is to solve.
campaign-hint-report-days = Within how many working days after a month the members report, 1 to 20.
campaign-hint-replaces = Once this plan is issued, the chosen one is replaced.
campaign-hint-reason = Why it goes no further.
campaign-rule-duties = Each duty is for one unit and says what will be so when it is done.
campaign-rule-phases = Not begun, under way, ended: the days decide, and nobody changes it by hand.
campaign-rule-no-target = No unit is given a number of problems to find or of people to deal with.
campaign-rule-hand = Whoever wrote or edited the plan does not issue it.
campaign-rule-fixed = Once issued it is neither edited nor called off; only another plan takes its place.
campaign-rule-replaces = A plan chosen to be replaced no longer counts once this one is issued.
campaign-rule-gone = The plan stays on record and is not issued.
matter-field-doc-number = Document number
matter-field-purpose = Why
matter-field-starts = First day
matter-field-ends = Last day
matter-field-report-days = Monthly report, working days
matter-field-replaces = Takes the place of
matter-field-phase-title = Phase
matter-field-phase-starts = First day of the phase
matter-field-phase-ends = Last day of the phase
matter-field-duty-unit = Unit
matter-field-duty-text = Duty
matter-field-duty-due = Until
desk-issue-campaign = Plans to issue
desk-sum-issue-campaign = plans to issue: { $count }
desk-act-issue-campaign = Issue
desk-campaign-duty = What my unit answers for
desk-campaign-duty-past = Its day is past
desk-sum-campaign-duty = duties of my unit: { $count }
nav-campaigns = Campaigns
portal-campaigns-sentence = { $count ->
    [one] One campaign.
   *[other] { $count } campaigns.
}
portal-campaigns-none = No campaign fits. Please ask for less and look again.
portal-campaigns-scope = As of { $now }. Issued campaigns alone; each opens to its plan, the duties of every unit and the figures of its days.
portal-campaign-words = Title, plan or duty
portal-campaign-scope = As of { $now }.
portal-campaign-figures = During the campaign
portal-campaign-figures-note = Counted from its first day to its last; each opens to its records. Many visits do not mean many problems, and the plan sets nobody a number.
portal-campaign-issued = Issued on { $day }
portal-campaign-facts = This campaign
portal-campaign-present = Campaign
portal-campaign-said = Led by { $organ }, with { $members } units, from { $starts } to { $ends }: { $progress }.
