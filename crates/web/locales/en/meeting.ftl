# Meetings: list, calling one, the vote on each matter, minutes, carrying out.
meeting-list-title = Meetings
meeting-list-all = { $count ->
    [one] One meeting.
   *[other] { $count } meetings.
}
meeting-list-found = { $count ->
    [one] One meeting found.
   *[other] { $count } meetings found.
}
meeting-list-none = There are no meetings. Where matters that are borne out wait for a decision, one meeting can vote on all of them, one by one.
meeting-column-name = Day of the meeting
meeting-column-stage = Stage
meeting-column-number = Minutes
meeting-column-organ = Organ
meeting-column-chair = Chair
meeting-column-items = Matters
meeting-column-open = Open
meeting-column-put-off = Put off
meeting-column-carried = Carried out
meeting-column-words = Organ or somebody who takes part
meeting-column-from = From
meeting-column-to = To
meeting-column-matter = Whom it concerns
meeting-column-unit = Unit
meeting-column-finding = Finding
meeting-column-proposed = Measure of the notice
meeting-column-heard = Statement
meeting-column-due = To be decided by
meeting-column-vote = Vote
meeting-column-recused = Recused, and why
meeting-column-result = Result
meeting-column-who = Who takes part
meeting-column-present = Present
meeting-column-absent = Absent
meeting-column-called-on = Called on
meeting-column-signed-on = Minutes signed on
meeting-sort-latest = Latest first
meeting-sort-organ = By organ
meeting-sort-open = Most open matters first
meeting-title = Meeting of { $organ }, { $day }
meeting-agenda = Agenda
meeting-ballot = Ballot
meeting-window-passed = Time for a statement is over
meeting-window-open = May answer until { $day }
meeting-none-ready = No matter can be put on an agenda: only what is borne out, noticed, undecided and on no other agenda is listed here.
meeting-kept = A matter of your own: you are told when the decision is served
meeting-call-title = Call a meeting
meeting-call-lead = One meeting may decide many matters; votes and recusals are kept for each. Those whose subject answered, waived or let the time pass come first.
meeting-call-button = Call the meeting
meeting-attend-title = Change who takes part
meeting-attend-lead = { $title }: who takes part, who chairs it, who did not come.
meeting-attend-button = Save who takes part
meeting-agenda-title = Change the agenda
meeting-agenda-lead = What is ticked stands on the agenda. What was voted on stays there.
meeting-agenda-button = Save the agenda
meeting-sign-title = Sign the minutes
meeting-sign-lead = { $title }: once signed, the minutes have their number and the votes no longer change; then each matter is carried out.
meeting-sign-button = Sign the minutes
meeting-call-off-title = Call off the meeting
meeting-call-off-lead = { $title }: once it is called off, its matters may stand on another agenda.
meeting-call-off-button = Call it off
meeting-vote = Take down the vote
meeting-vote-again = Correct the vote
meeting-vote-title = Matter { $place }: { $name }
meeting-vote-lead = Write down what is proposed and how each of them voted. Whoever is barred stands there as recused.
meeting-vote-button = Save the vote
meeting-must-recuse = must be recused: { $why }
meeting-bar-part = took an earlier part: { $part }
meeting-bar-own = it is their own matter
meeting-bar-unit = belongs to { $unit }
meeting-bar-kin = has kin in { $unit } ({ $relation })
meeting-by = { $name } ({ $words })
meeting-tally = For { $agreed }, against { $against }, abstained { $abstained }, recused { $recused }.
meeting-now-called = { $open ->
    [one] One matter is still open.
   *[other] { $open } matters are still open.
} From its day on the votes are taken down; once every matter is voted on or put off, the chair signs the minutes.
meeting-now-settled = Every matter is voted on or put off; the chair is to sign the minutes.
meeting-now-to-carry = The minutes are signed. Not all that was carried is done yet.
meeting-now-held = The minutes are signed, and all that was carried is done.
meeting-now-called-off = The meeting was called off: { $reason }
meeting-carry-button = { $count ->
    [one] Carry out what was voted (one matter)
   *[other] Carry out what was voted ({ $count } matters)
}
meeting-carried = { $count ->
    [one] One matter was decided.
   *[other] { $count } matters were decided.
}
meeting-refused = { $count ->
    [one] One matter was not decided; the others stand
   *[other] { $count } matters were not decided; the others stand
}
meeting-not-carried = Matter { $place }, { $name }: { $why }
meeting-result-open = Open
meeting-result-put-off = Put off
meeting-result-lost = No majority
meeting-result-carried = Carried
meeting-result-to-carry = Carried, to be done
meeting-result-decided = Decided { $number }
meeting-result-dropped = Decided: no measure
meeting-result-elsewhere = Decided otherwise
meeting-result-kept = Not shown
meeting-hint-organ = The organ that calls it. It decides its own matters only.
meeting-hint-held-on = The day of the meeting. Decisions count for this day.
meeting-hint-chair = Who chairs it and signs the minutes, by work number or name.
meeting-hint-invited = Who else is called, parted by commas, nine with the chair at most: people of the organ, or others with the power to decide measures there.
meeting-hint-absent = Who did not come, parted by commas.
meeting-hint-items = Tick the matters to be decided, 50 at most.
meeting-hint-minutes = How it went, and what is to be kept. Proposals, votes, recusals and dissent of each matter are added by themselves; do not write the names of those concerned.
meeting-hint-reason = Why it is called off.
meeting-hint-measure = Where a measure is proposed, which one; no heavier than that of the notice.
meeting-hint-because = Why this; where it is put off, what is waited for.
meeting-rule-invited = Whoever takes part is of the organ, or has the power to decide measures there.
meeting-rule-three = At least three vote on each matter; where fewer are left, call others who are free, or hand it to another organ.
meeting-rule-voters = Whoever voted stays.
meeting-rule-settled = Every matter is voted on or put off.
meeting-rule-chair = The chair signs.
meeting-rule-final = Nothing changes after that.
meeting-rule-freed = Its matters may stand on another agenda.
meeting-rule-barred = The subject, people of the same unit, those with kin in it, and whoever took an earlier part take none in this matter.
meeting-rule-majority = It is carried by more than half of those present and not recused.
meeting-rule-dissent = Dissent is kept in their own words; whoever dissented does not answer for the decision.
meeting-paper-item = Matter { $place }
meeting-paper-agenda = { $about }; measure of the notice: { $measure }; to be decided by { $day }
meeting-paper-proposal = Proposal
meeting-paper-response = Answer to the statement
meeting-paper-result = Result
meeting-paper-foot-agenda = Whoever must be recused tells the chair before the meeting.
meeting-paper-foot-minutes = Dissent is kept in their own words.
meeting-decided = Decided at the meeting of { $day }, minutes { $number }, matter { $item }.
meeting-with-dissent = Dissent was recorded there.
meeting-without-dissent = No dissent was recorded there.
