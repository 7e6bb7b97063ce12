# Schemes: drafted, in force, running, filed for, prompting
rail-schemes = Schemes
scheme-list-title = Schemes
scheme-list-lead = The schemes of this and other units: who drafted them, from which day they are in force, which version. Anybody reads what is in force; drafts are read by the unit and the efficiency office.
scheme-list-none = There is no scheme yet. Draft one, or begin with one that ships.
scheme-words = Name, unit or code
scheme-column-name = Scheme
scheme-column-stage = Stage
scheme-column-unit = Unit
scheme-column-covers = Binds
scheme-column-code = Code
scheme-column-since = In force since
scheme-column-until = Last day
scheme-column-drafted-on = Drafted on
scheme-column-reason = Reason
scheme-column-cycle-end = Cycle ends
scheme-sort-latest = Latest step first
scheme-sort-title = By name
scheme-sort-unit = By unit

scheme-draft-title = Draft a scheme
scheme-draft-lead = A page of text is a scheme. Check it first: what is wrong is shown with its line and what to write instead. Only a text without errors comes into force.
scheme-draft-button = Keep as a draft
scheme-edit-title = Edit
scheme-edit-lead = What is not in force can be changed. Whoever changes it is one of its drafters and cannot put it into force.
scheme-edit-button = Save
scheme-check-button = Check
scheme-starts = Begin with a scheme that ships
scheme-hint-unit = Whose scheme it is
scheme-hint-text = One element a line, such as: ask plans due="day-20" {"{"} field item type=text {"}"}
scheme-hint-reason = Say why; anybody can read it
scheme-hint-warned = Where the check warns, say why that is accepted; otherwise leave it empty
scheme-help = Help
scheme-help-language = How to read a scheme
scheme-help-shipped = The schemes that ship
scheme-text = Text
scheme-versions = Other versions
scheme-version-since = In force since { $day }
scheme-version-drafted = Drafted on { $day }
scheme-later-version = Draft a later version
scheme-on-the-portal = Its page on the portal
scheme-read-whole = Read the whole text

scheme-checked = What the check says
scheme-checked-clean = Nothing is wrong: it can be put into force.
scheme-checked-remarks = { $count ->
    [one] No error, one thing to note.
   *[other] No error, { $count } things to note.
}
scheme-checked-errors = { $errors ->
    [one] One error: mend it before it is put into force.
   *[other] { $errors } errors: mend them before it is put into force.
}
scheme-remark-error = Error
scheme-remark-warning = Warning
scheme-remark-note = Note
scheme-remark-line = Line { $line }
scheme-burden = What is asked of one unit
scheme-burden-own = This scheme: { $load }
scheme-burden-whole = With those in force: { $load }
scheme-difference = What it changes
scheme-difference-none = Only the layout changed; it means the same.
scheme-difference-lines = Line by line

scheme-now-drafted = It is a draft. A leader who wrote none of it puts it into force.
scheme-now-in-force = In force since { $since }. To change it draft a later version; a cycle that has begun keeps this one.
scheme-now-ended = It ended after { $until }: { $reason }
scheme-now-dropped = It was taken back before it was in force: { $reason }

scheme-approve-title = Put into force
scheme-approve-lead = “{ $title }” comes into force. From then on it is never edited: a later version takes its place, or it ends.
scheme-approve-button = Put it into force
scheme-drop-title = Take the draft back
scheme-drop-lead = “{ $title }” is not in force. Taken back, it stays on record.
scheme-drop-button = Take it back
scheme-end-title = End it
scheme-end-lead = “{ $title }” ends with this day; what was owed until then stays owed.
scheme-end-button = End it
scheme-rule-hand = Whoever drafted, edited or keyed it cannot put it into force
scheme-rule-fixed = A text in force is never changed
scheme-rule-begun = The first day is not past; a cycle that has begun keeps its version
scheme-rule-warned = What is warned of is accepted with a reason
scheme-rule-gone = A draft that is taken back stays on record with the reason
scheme-rule-owed = What was owed until the last day stays owed

scheme-dry-run-title = Dry run
scheme-dry-run-lead = Tried on days that are past: what it would have prompted, asked and shown. Nothing is written. The facts are those known on { $day }.
scheme-dry-run-forbidden = Your office does not list the records this scheme reads. Ask somebody whose office does.
scheme-dry-run-empty = There is nothing in this scheme to try.
scheme-rule-waits = “{ $first }” has to be there first; there is no record yet.
scheme-rule-came-to = Asked { $asked } times: { $prompts } prompts, { $unknown } not known, { $excepted } excepted.
scheme-rule-more = { $count } more are not listed.
scheme-opened = The other elements
scheme-opened-times = { $count ->
    [one] It would have come round once.
   *[other] It would have come round { $count } times.
}
scheme-opened-waits = It waits for something to happen.
scheme-opened-shows = Shown: { $content }
scheme-from = From
scheme-to = To

scheme-run-title = How it runs
scheme-run-lead = What “{ $title }” asks in each cycle, who filed and who is late. What nobody filed is not kept: it follows from the text and the calendar.
scheme-run-empty = Nothing came up on these days.
scheme-run-which = Which
scheme-run-all = All
scheme-run-open = Those still owed
scheme-cycle = { $from } to { $to }
scheme-cycle-from = From { $from }
scheme-due-awaits = Awaits the holiday notice
scheme-due-open = No term

filing-column-element = Item
filing-column-cycle = Cycle
filing-column-due = Due
filing-column-state = State
filing-column-said = Filed
filing-column-filed-on = Filed on
filing-file-title = File
filing-file-lead = “{ $scheme }”: { $element }
filing-file-button = File
filing-note-of-scheme = What the scheme says of it
filing-hint-note = Say what was done, when, and where it is shown
filing-hint-person = Work number or name
filing-hint-unit = Code or name
filing-hint-number = A number
filing-hint-between = A number from { $least } to { $most }
filing-hint-file = What shows it, and where it is kept
filing-hint-reason = Say why nothing is owed
filing-hint-correction = Say why it is corrected
filing-nothing = There was nothing in this cycle (zero report)
filing-rule-once = Each item is filed once
filing-rule-correct = A mistake is corrected by a filing of its own; the earlier one stays
filing-rule-added = Entries are only added; a mistake is corrected by another
filing-rule-kept = The earlier filing stays on record
filing-rule-outside = Nobody of the unit excuses it
filing-rule-counted = How many were excused is public; the reason is on record
filing-excuse-title = Excuse
filing-excuse-lead = { $unit } owes nothing for “{ $element }”.
filing-excuse-button = Excuse
filing-correct-title = Correct
filing-correct-lead = Correct “{ $element }”: write every field as it is right.
filing-correct-button = Send the correction
filing-filed-on = Filed on { $day }
filing-corrected-on = Corrected on { $day }: { $reason }
filing-nothing-on = Zero report on { $day }
filing-excused-on = Excused on { $day }: { $reason }

register-title = Registers
register-lead = The registers you may write. What is written is not changed; a mistake is corrected by another entry.
register-empty = There is no register for you to write now.
register-about = “{ $scheme }”, { $unit }
register-count = { $count ->
    [one] One entry
   *[other] { $count } entries
}
register-own-count = You may read { $count }; of a sealed register only who writes and who is to read sees an entry.
register-write-title = Write an entry
register-write-lead = “{ $scheme }”: { $element }
register-write-button = Write an entry
register-column-day = Day
register-column-by = Written by

prompt-title = Prompts
prompt-lead = What schemes prompt by the facts. A machine prompts and decides nothing: take a prompt up as a finding, or say why there is nothing to it.
prompt-empty = There is no prompt for you to deal with.
prompt-column-subject = Subject
prompt-column-trace = Why
prompt-column-records = Records
prompt-column-ways = Deal with it
prompt-muted = Muted
prompt-not-asked = Not asked
prompt-none-left = Nothing left
prompt-some-left = To deal with
prompt-came-to = Asked { $asked } times: { $prompts } left, { $unknown } not known, { $excepted } excepted.
prompt-dealt = { $dismissed } dismissed, { $taken } became findings.
prompt-precision = { $share } in a hundred of this rule were dismissed.
prompt-column-answer = Answer
prompt-ask-title = Ask about a prompt
prompt-ask-lead = { $element }: { $subject }. Whoever it is about, or else the unit, answers before it is dealt with.
prompt-ask-button = Ask
prompt-asked-on = Asked on { $day }, not answered yet
prompt-answered-on = Answered on { $day }
prompt-rule-heard = Asking is no reproach: what is asked and why the rule prompted is told together
prompt-rule-asked-once = A prompt is asked about once; it may be dealt with whether it is answered or not
filing-answers = In answer to
filing-answers-entry = Entry of { $day }
filing-answers-asked = Asked on { $day }: { $why }
filing-asked-person = asks { $person }
prompt-dismiss-title = Dismiss a prompt
prompt-dismiss-lead = { $element }: { $subject }. Say why there is nothing to it.
prompt-dismiss-button = Dismiss
prompt-take-up-title = Take up as a finding
prompt-take-up-lead = { $element }: { $subject }. It is registered as a finding and goes the way of findings.
prompt-take-up-button = Take up
prompt-rule-erased = What is dismissed is shown no more at once, and in ninety days whom it was about is erased
prompt-rule-muted = A rule is muted once ten or more were dealt with and over eighty in a hundred dismissed, until a new version is in force
prompt-rule-own = Nobody deals with a prompt about themselves
prompt-rule-finding = A finding is still screened, verified and heard: a prompt is no verdict
prompt-rule-hand = Whoever takes it up does not verify, adjudicate or decide
prompt-hint-reason = Such as: the power was out that day and the terminal recorded nothing
prompt-hint-organ = Which unit handles it
prompt-hint-facts = Say what was seen, and no verdict

matter-field-adoption-unit = Unit
matter-field-covers = Binds
matter-field-scheme-text = Scheme
matter-field-cycle = Day
matter-field-filed-field = Field
matter-field-answers = Answers
matter-field-question = Question
matter-field-filing-unit = Unit
matter-field-is-nothing = Zero report
