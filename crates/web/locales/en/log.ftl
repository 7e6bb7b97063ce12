# The ledger: the public page that checks an entry, the auditor's page of acts.
rail-log = Log of acts
log-size = Entries
log-root = Root
log-newest = Newest checkpoint
log-checkpoint = Covers the first { $size }, up to { $until }.
log-no-checkpoint = None yet: one is signed when the ledger has its first entry.
log-unsigned =
    { $count ->
        [one] { $count } more entry waits for the next one, usually within a minute.
       *[other] { $count } more entries wait for the next one, usually within a minute.
    }
log-check = Latest self-check
log-check-none = None since the last start.
log-check-passed = Passed
log-check-passed-text = { $at }: { $size } entries and { $objects } records recomputed one by one.
log-check-failed = Not passed
log-check-failed-text = { $at }: data and ledger differ; this is being looked into.
log-now = How the ledger stands
log-origin = Name of the ledger: { $origin }

log-verify-title = Check an entry
log-verify-lead = Every act leaves one entry in a ledger that can only grow. It is public: whether anything was removed, changed or put in between, anyone can compute without trusting this site.
log-verify-ask = Look up an entry
log-verify-leaf = Number of the entry
log-verify-leaf-hint = The number after “ledger entry” on the page of a visit or on its paper form, counted from 0.
log-verify-act = Number of the act
log-verify-act-hint = When the number of the entry is not known. Of both, the entry counts.
log-verify-button = Check
log-verify-number = Write digits only, such as 1629
log-not-there = The ledger has no such entry. Check the number; entries are counted from 0.
log-not-yet = The entry is in the ledger and waits for the next checkpoint, usually within a minute. Please try again then.
log-proven-title = Entry { $leaf }
log-proven = Proven
log-proven-text = Hashed step by step up to the root, it agrees with the signed checkpoint of { $size } entries.
log-proof-file = Download the proof
log-entry-file = Download the entry
log-entry-show = The entry itself
log-entry-what = It holds the kind of act, its time and two salted commitments; no name and no content.
log-yourself = Check without this site
log-yourself-why = The answer above was computed by this site. The three steps below need no trust in it; any program that reads the C2SP formats will do.
log-yourself-key = Get the key of the ledger once, by a way you trust:
log-yourself-proof = Download the proof and the entry and check them offline: the proof holds every hash from the entry to the root, and the signed checkpoint.
log-yourself-whole = Or copy the whole ledger and recompute it entry by entry:
log-file-checkpoint = The newest checkpoint
log-file-vkeys = The keys

log-title = Log of acts
log-lead = Who did what to which record, and when. What the records say is not shown.
log-difference = The self-check found that data and ledger differ. The first place:
log-none = No acts match.
log-all = All
log-from = From
log-to = To
log-column-leaf = Entry
log-column-at = Time
log-column-what = Act
log-column-object = Record
log-column-by = Done by
log-column-account = Account
log-column-hash = Hash of the entry
log-object = { $kind } { $number }
log-object-accountability = Accountability
log-object-adoption = Scheme
log-object-filing = Filing
log-object-prompt = Prompt
log-object-campaign = Campaign
log-object-article = Article
log-object-away = Absence
log-object-bulletin = Bulletin
log-object-deputy = Deputy
log-object-draw = Draw
log-object-finding = Finding
log-object-account = Account
log-object-holiday-notice = Holiday notice
log-object-import = Import
log-object-law-change = Change of a term
log-object-kin = Declaration of kin
log-object-monthly-report = Monthly report
log-object-objection = Objection
log-object-person = Person
log-object-post = Post
log-object-terminal = Attendance terminal
log-object-terminal-batch = Upload of a terminal
log-object-terminal-order = Order to a terminal
log-object-terminal-pin = Whose a terminal number is
log-object-ticket = Ticket
log-object-list-entry = Entry of a list
log-object-rectification = Rectification
log-object-review = Review
log-object-meeting = Meeting
log-object-unit = Unit
log-object-visit = Visit
log-to-newest = Back to the newest
log-to-older = Older
log-export = Export what matches, 100,000 rows at most:
log-as-csv = CSV
log-as-xlsx = Excel
log-export-note =
    { $count ->
        [one] { $count } act; exported { $now }.
       *[other] { $count } acts; exported { $now }.
    }
log-object-chain = Chain of responsibility
log-object-sealed-source = Sealed source
log-object-source-opening = Opening of a source
log-object-suspicion = Suspected false accusation
log-object-sanction = Record of a sanction
log-object-attendance-rule = Attendance rule
log-object-attendance-assignment = Whom an attendance rule binds
log-object-attendance-exception = Attendance exception
log-object-attendance-sheet = Month of attendance
log-object-request = Attendance request
log-object-duty-post = Duty post
log-object-roster = Duty roster
log-object-duty-swap = Turn handed over
log-object-outage = Terminal outage
log-object-work-start = Start of work
