# One’s own record: who read it, objections, notices; the offices that answer; the queue.
record-named = Bulletins that name me
record-named-none = None. Should a bulletin name you, it stands here with the last day it shows your name.
record-bulletin = Bulletin
record-published = Published
record-name-until = Name shown until { $day }
record-name-gone = Name gone after { $day }
record-entries = Every entry
record-entries-text = Object to the entry that is wrong; an objection by itself changes nothing. What was found unfounded leaves everybody else’s view at once; until it is erased, ninety days later, you alone read it.
record-entry = Entry
record-says = What it says
record-day = Day
record-object = Objection
record-kin-withdrawn = withdrawn on { $day }
record-objected = Objection open
record-read = Read it
record-ways = Reads, objections, notices, account
record-acts = Acts on my data and account
record-export-xlsx = Download my record (XLSX)
record-export-csv = Download my record (CSV)
record-export-note = Downloaded by the person { $now }.
reads-list-title = Who read about me
reads-list-all = { $count } in all. One row a reader, record and day, kept two years; your own reading is not noted.
reads-list-found = { $count } found.
reads-list-none = Nobody else has read about you yet.
reads-filter-q = Reader
reads-filter-kind = What was read
reads-filter-from = From
reads-filter-to = To
reads-column-name = Reader
reads-column-stage = What was read
reads-column-role = Role
reads-column-unit = Unit
reads-column-at = When
notice-list-title = Notices
notice-lead = { $count } not read. For now notices are shown at this desk only.
notice-none = No notices. When something is noticed, served, answered or granted to you or your unit, or a bulletin names you, it is told here.
notice-column-kind = Kind
notice-column-stage = State
notice-column-name = What it says
notice-column-when = When
notice-unread = Not read
notice-read = Read
notice-column-act = To do
notice-mark-read = Mark as read
notice-mark-unread = Mark as not read
notice-all-read = Mark all as read
message-notice-given = Notice of facts, ground and proposed measure was given to you; you may answer until { $day }.
message-statement-due = Your statement may be made until { $day }, and there is none yet.
message-decision-served = A decision was served on you; you may ask for a review until { $day }.
message-name-cleared = What you were given notice of is unfounded; you were cleared on { $day }.
message-review-asked = A review of a decision of your organ was asked for; it is to be taken in, or not, until { $day }.
message-review-taken = What you asked to be reviewed was answered; open it. The next term ends on { $day }.
message-review-handed-over = A review was handed over, and the organ that has it now goes on with it; open it. Its term stays: { $day }.
message-review-served = The review of the decision on you: { $outcome }. You may appeal until { $day }.
message-unit-review-served = A review of a decision concerning your unit: { $outcome }.
message-bulletin-to-correct = A bulletin you signed tells of a decision that a review changed; correct or withdraw it within three working days.
message-objection-answered = Your objection was answered: { $outcome }.
message-report-due = Your unit's report of { $month } is due on { $day } and not confirmed yet.
message-report-returned = Your unit's report of { $month } was returned; see what is missing and confirm again.
message-role-granted = Your account was granted a role: { $role }.
message-bulletin-names = A bulletin names you; your name is shown until { $day }.
message-name-gone = Your name in a bulletin is gone after { $day }.
message-unit-notice-given = Notice of facts, ground and proposed measure was given to your unit; it may answer until { $day }.
message-unit-decision-served = A decision was served on your unit; it may ask for a review until { $day }.
message-reply-asked = A covert visit to your unit on { $day } was filed; your unit may reply.
message-ticket-handed-over = A service complaint was handed to your unit; the office is to answer the sender by { $day }.
message-ticket-reported = The unit reported on a complaint in your hand; answer the sender by { $day }.
message-ticket-replied = The sender of a ticket in your hand added something.
queue-list-title = Queue of messages
queue-list-all = { $count } in all. Neither recipient nor content is shown here; the desk is the only channel for now.
queue-list-found = { $count } found.
queue-list-none = The queue is empty.
queue-column-name = Kind
queue-column-stage = State
queue-column-at = Put in
queue-column-channel = Channel
queue-channel-desk = Desk
objection-list-title = Objections
objection-records-title = Objections to base data
objection-matters-title = Objections to matters
objection-list-all = { $count } in all.
objection-list-found = { $count } found.
objection-list-none = No objections. Any entry of one’s own record can be objected to from “My record”.
objection-filter-q = Name, number or words
objection-filter-stage = Stage
objection-filter-kind = Entry
objection-sort-due = By term
objection-sort-latest = Latest first
objection-sort-person = By number
objection-column-name = Person
objection-column-stage = Stage
objection-column-entry = Entry
objection-column-wrong = What is wrong
objection-column-raised-on = Raised on
objection-column-due = To be answered by
objection-column-answered-on = Answered on
objection-column-office = Office
objection-column-answered-by = Answered by
objection-title = Objection of { $name }: { $entry }
objection-raise-title = Object
objection-raise-lead = To the entry “{ $entry }”. Say what is wrong and what would be right.
objection-raise-button = Raise
objection-answer-title = Answer the objection
objection-answer-lead = Raised by { $name }; to be answered by { $due }.
objection-answer-button = Answer
objection-withdraw-button = Withdraw
objection-hint-wrong = Which part, and what it says.
objection-hint-rightly = What it should say.
objection-hint-proof = Number of a paper that proves it; leave empty without one.
objection-hint-answer = If it was corrected, say where and by which act; if not, say why.
objection-rule-term = The office that keeps it answers within fifteen working days.
objection-rule-apart = Nobody answers who keyed or handled the entry.
objection-rule-correction = A correction is an act of its own: correct first, then answer “corrected”.
objection-rule-reason = Where nothing is corrected, the reason is given.
objection-changes-nothing = An objection by itself changes nothing.
objection-remedy = Whoever disagrees with this answer may turn to the discipline inspection organ of the same level or, under article 50 of the Personal Information Protection Law, to the people’s court; with new material the objection can be raised again.
desk-notices = Notices
desk-sum-notices = { $count } notices not read
desk-objections = Objections to answer
desk-sum-objections = { $count } objections to answer
desk-act-object = Answer
matter-field-wrong = What is wrong
matter-field-rightly = What would be right
matter-field-proof = Number of the proof
matter-field-answer = Answer
help-record-title = Your own record: see it, ask, have it mended
help-record-lead = What the county keeps about you, who read it, and what to do when it is wrong.
help-record-mine =
    See your record
    Open “My record”: posts, training, kin, what concerns you and what you may do now, bulletins that name you and until when, all on one page.
    Print it, or download it as XLSX or CSV.
    What was found unfounded or dropped is left out after ninety days; the ledger keeps the commitment alone.
help-record-reads =
    Who read it
    When somebody else opens your record, your accountability or a finding with you as a subject, or exports a list with you in it, it is noted: who, role, unit, day, what.
    One row a reader, record and day; your own reading is not noted. Rows are kept two years and then forgotten by the worker.
    This log is for you and is not in the ledger; when the process is killed, reads of its last moment may be missing.
help-record-objection =
    Object
    In “Every entry” choose “Object” at the one that is wrong; say what is wrong, what would be right, and the number of a paper that proves it.
    An objection by itself changes nothing. It is answered within fifteen working days; withdraw it before, or raise it again after with new material.
help-record-answer =
    Answer an objection
    Base data is answered by the personnel officer, records of a matter by the discipline officers of its organ; nobody answers who keyed or handled the entry.
    To correct it, do the correction first, then answer “corrected” and say where; if nothing is corrected, give the reason.
help-record-notices =
    Notices
    Notice, service of a decision, answer to an objection, grant of a role, a name in a bulletin and its going are told by the very step that does them; the day before a statement is due the worker tells you once.
    The number at the head of the page counts what you have not read. For now the desk is the only channel; the system officer sees kind, time and state alone.
notice-open-to-sign = Open and sign for it
notice-sign = Sign for it
notice-sign-means = It says that you received and read it, not that you agree.
message-sanction-recorded = A sanction of { $day } is on record: see how its period is worked out and where you may turn.
message-sanction-changed = The record of a sanction on you changed: please look.
message-day-asked = A day of your attendance asks for an explanation by { $day }. Open it and say what happened.
message-day-settled = Your { $day } was found to be: { $outcome }. Open it to contest that.
message-day-decided = Your { $day }, looked at again, was found to be: { $outcome }.
message-month-sealed = Your attendance of { $month } is sealed: open it and look.
message-request-asked = A request from { $day } on waits for your answer.
message-request-approved = Your request from { $day } on is approved.
message-request-refused = Your request from { $day } on is not approved; see why.
message-request-revoked = The approval of your request from { $day } on is revoked; see why.
