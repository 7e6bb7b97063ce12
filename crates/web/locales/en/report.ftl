# Monthly reports: the list on the desk, confirming, returning; the portal's lamps of the year and a page a month.
report-list-title = Monthly reports
report-list-all = { $count ->
    [one] { $count } monthly report, made or missing.
   *[other] { $count } monthly reports, those that are missing among them.
}
report-list-found = { $count ->
    [one] { $count } monthly report found.
   *[other] { $count } monthly reports found.
}
report-list-none = No report is owed. Once a campaign is issued, its members report month by month from that one on.
report-column-name = Unit
report-column-stage = Lamp
report-column-month = Month
report-column-year = Year
report-column-campaign = Campaign
report-column-lead = Lead
report-column-due = Due
report-column-reported-on = Reported on
report-column-nil = Nil report
report-sort-month = Latest month first
report-sort-unit = By unit
report-sort-due = By the last day
report-title = Report of { $month }: { $unit }
report-due-open = { $day } or later, until the holiday notice is out
report-nil = Nil report
report-month-of-county = The county this month
report-confirmed-on = Confirmed { $day }
report-now-owed = Not reported yet; due on { $day }.
report-now-overdue = Overdue since { $day }. A report that comes now turns the lamp yellow, not green.
report-now-returned = Returned: please add what is missing and confirm again. Missing: { $reason }
report-now-confirmed = Reported; the counts are those of { $at }.
report-now-nil = This is a nil report: there was nothing to count in the month.
report-now-differs = The records have changed since: what is counted now differs from what was reported. The unit may confirm again; the earlier version stays.
report-counts = Counts
report-counted = What
report-live = Now
report-counts-note = The reported counts were taken from the records at the moment of the confirmation; "now" is counted as you open the page, and opens to its records. Decisions on people can be read one by one by the organ that handled them alone.
report-added = What the unit adds
report-confirm-title = Confirm
report-confirm-lead = { $title }. The counts are taken from the records and cannot be edited; where they are wrong, complete the records first.
report-confirm-button = Confirm the report
report-return-title = Return
report-return-lead = { $title }. Say what is missing; the unit adds it and confirms again.
report-return-button = Return to the unit
report-hint-words = What the counts do not say, within 500 characters; may stay empty. No names of people.
report-hint-reason = What is missing and where to add it, for the unit to read.
report-returned-for = Why it was last returned
report-rows-of = { $what }: { $count }
report-rule-cutoff = The counts are those of the moment you send this.
report-rule-nil = There was nothing to count this month: it is a nil report, and is confirmed all the same.
report-rule-first = Whether it is on time is decided by the day of the first confirmation.
report-rule-again = When the records change later, you may confirm again; the earlier version stays.
report-rule-returner = Whoever confirmed this report cannot return it.
report-rule-kept = Returning does not change the day it was reported: what was on time stays so.
report-lamp-not-due = Not due
report-lamp-near = Near
report-lamp-overdue = Overdue
report-lamp-in-time = In time
report-lamp-late = Late
report-lamp-returned = Returned
report-lamp-unknown = Open
report-means-not-due = More than three days are left, or the month is not over.
report-means-near = Three days are left or fewer, and nothing was reported.
report-means-overdue = The last day is past, and nothing was reported.
report-means-in-time = First reported by the last day.
report-means-late = Reported after the last day. It never turns green.
report-means-returned = Returned by the lead, until the unit confirms again.
report-means-unknown = Due in a year whose holiday notice is not out; decided once it is.
report-year-title = Monthly reports: the lamps of the year
report-year-way = Unit by unit
report-year-scope = As of { $now }. The lamps turn by the clock; nobody can set one by hand.
report-lead-of = Lead: { $lead }; { $count ->
    [one] { $count } member unit.
   *[other] { $count } member units.
}
report-legend = What the lamps mean
report-strip = Monthly reports of { $year } that came in time, month by month
report-strip-share = In time / owed
report-sentence = { $scope }: { $owed ->
    [one] { $owed } report is owed
   *[other] { $owed } reports are owed
}; { $intime } in time, { $late } late, { $overdue } overdue.
report-sentence-none = { $scope }: no unit owes a monthly report.
report-month-title = Monthly reports of { $month }
report-month-scope = As of { $now }. Units only, no names of people; what the units add in words is not public.
report-month-county = The county this month
report-month-note = A unit's counts are those it reported; they open to the records as they stand now, which may differ. Where every count shown is nothing, it is a nil report; decisions on people are not told unit by unit and are not among them. A returned report has no counts here until it is confirmed again.
matter-field-words = In words
desk-reports = Reports to confirm
desk-sum-reports = { $count ->
    [one] { $count } report to confirm
   *[other] { $count } reports to confirm
}
desk-act-reports = Confirm
