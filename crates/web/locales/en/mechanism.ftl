# Schemes: the public list and the page of each. Most keys that begin with mechanism- are put together by the program.
mechanism-about = { $title }: where it comes from, its picture, its text, the words of its conditions.
mechanism-scope = A scheme that comes with the product, to be used as it is or edited. What is marked as in the source is stated there; all else is our default, not in the source.
mechanism-help = How to read a scheme
mechanism-of-source = in the source
mechanism-ours = our default, not in the source
mechanism-rest-ours = How it is done is our default, not in the source:
mechanism-yes = yes
mechanism-no = no
mechanism-comma = {", "}
mechanism-detailed = { $title } ({ $details })
mechanism-named = { $name } { $text }

# The list.
mechanism-list-sentence = { $count ->
        [one] One scheme.
       *[other] { $count } schemes.
    }
mechanism-list-none = There is no such scheme. Please try another word, or clear the filter.
mechanism-list-scope = The schemes that come with the product, each with its picture, its text and its file. What is marked as in the source is stated there; all else is our default, not in the source.
mechanism-list-words = Title, code, element
mechanism-list-kind = Has elements of
mechanism-list-count = { $kind } { $count }
mechanism-column-title = Title
mechanism-column-code = Code
mechanism-column-reading = How the name reads
mechanism-column-elements = Elements
mechanism-column-kinds = By kind
mechanism-column-verbatim = In the source

# Where it comes from, and what is said of the whole.
mechanism-origin = Where it comes from
mechanism-origin-none = The file names no source.
mechanism-source-unit = Unit of the source: { $unit }
mechanism-about-unit = Unit
mechanism-about-subject = About
mechanism-about-cycle = Cycle
mechanism-about-effective = In force
mechanism-about-ends = Ends
mechanism-about-phase = Phase
mechanism-about-basis = Basis
mechanism-about-days = { $title }, { $from } to { $ends }

# The picture.
mechanism-picture = Picture
mechanism-picture-note = A hit is no more than a prompt: people look at it.
mechanism-reads = The name reads: { $reads }.
mechanism-reading-stated = { $title } (counts { $counted })
mechanism-disabled = { $count ->
        [one] One more part is switched off by “/-” in the file: it stays to be seen and does not count.
       *[other] { $count } more parts are switched off by “/-” in the file: they stay to be seen and do not count.
    }
mechanism-waits = not there yet
mechanism-fed = recorded
mechanism-facts-own = Reads what is filled in at “{ $value }” of this scheme
mechanism-lines-field = To fill in: { $list }
mechanism-lines-point = To look at: { $list }
mechanism-lines-jury = Rated by: { $list }
mechanism-field-leads-to = choose a { $value }
mechanism-field-range = { $least } to { $greatest }
mechanism-field-least = at least { $value }
mechanism-field-greatest = at most { $value }
mechanism-field-several = several fit
mechanism-field-free = may be left out

# Properties, a sentence each.
mechanism-key-unnamed-yes = The name does not count it
mechanism-key-part = Part of: { $value }
mechanism-key-on = Opened by each { $value }
mechanism-key-subject = About: { $value }
mechanism-key-by = Done by: { $value }
mechanism-key-approves = Approved by: { $value }
mechanism-key-rechecks = Re-checked by: { $value }
mechanism-key-due = Due: { $value }
mechanism-key-extension = May be put off by { $value }
mechanism-key-extended-by = Put off by: { $value }
mechanism-key-feeds = Then opens: { $value }
mechanism-key-basis = Basis: { $value }
mechanism-key-note = Note: { $value }
mechanism-key-sealed-yes = Seen by those who write and those who may read alone
mechanism-key-facts = Reads the facts: { $value }
mechanism-key-when = A hit when:
mechanism-key-unless = Except when:
mechanism-key-per = One result for each { $value }
mechanism-key-within = Reads: { $value }
mechanism-key-smallest-sample = No result below { $value }
mechanism-key-proposes = Proposes: { $value }; people decide
mechanism-key-way = How: { $value }
mechanism-key-team = At least { $value } go together
mechanism-key-most = At most { $value } a quarter at one unit
mechanism-key-rotates-yes = Others go next time
mechanism-key-pool = Drawn from: { $value }
mechanism-key-number = { $value } are drawn
mechanism-key-recusal = Stands aside: { $value }
mechanism-key-anonymous-yes = Nobody is told who rated
mechanism-key-share = { $value } % of the mark
mechanism-key-agenda = Agenda from: { $value }
mechanism-key-quorum = At least { $value } present
mechanism-key-reply = Answer due: { $value }
mechanism-key-next = Unanswered, it goes to: { $value }
mechanism-key-writes = Written by: { $value }
mechanism-key-reads = Read by: { $value }
mechanism-key-keeps = Kept: { $value }
mechanism-key-zero-report-yes = Nothing is reported too
mechanism-key-content = Shows: { $value }
mechanism-key-audience = To: { $value }
mechanism-key-channel = Where: { $value }
mechanism-key-shown-for = Shown for: { $value }
mechanism-key-correction = Errors are corrected within { $value }
mechanism-key-tone = What it is: { $value }
mechanism-key-consent-yes = Shown with consent alone
mechanism-key-figure = The figure:
mechanism-key-against = Held against: { $value }
mechanism-key-standard = Standard: { $value }
mechanism-key-better = The { $value }, the better
mechanism-key-ranking-yes = Places are told
mechanism-key-ranking-no = No places are told
mechanism-key-weight = Weight: { $value }
mechanism-key-formula = Worked out as:
mechanism-key-evidence = Shown by: { $value }
mechanism-key-min = At least { $value }
mechanism-key-max = At most { $value }
mechanism-key-duty = Duty: { $value }
mechanism-key-own-fault = Own fault: { $value }
mechanism-key-exculpation = Cleared by: { $value }
mechanism-key-heard-yes = Heard first
mechanism-key-person = Person: { $value }
mechanism-key-place = Place: { $value }
mechanism-key-duties = Answers for: { $value }
mechanism-key-contact = Where to turn: { $value }
mechanism-key-colour = Colour: { $value }
mechanism-key-saying = Word beside it: { $value }
mechanism-key-shape = Shape: { $value }

# Cycles.
mechanism-cycle-daily = once a day
mechanism-cycle-weekly = once a week
mechanism-cycle-monthly = once a month
mechanism-cycle-quarterly = once a quarter
mechanism-cycle-half-yearly = once in half a year
mechanism-cycle-yearly = once a year
mechanism-cycle-once = once only

# Terms.
mechanism-point-day = day { $day } of the month
mechanism-point-next-month = day { $day } of the next month
mechanism-point-next-quarter = day { $day } of the month after the quarter
mechanism-point-weekday = every { $weekday }
mechanism-point-end-week = the end of the week
mechanism-point-end-month = the end of the month
mechanism-point-end-quarter = the end of the quarter
mechanism-point-end-half-year = the end of the half-year
mechanism-point-end-year = the end of the year
mechanism-point-start-week = { $length } after the week begins
mechanism-point-start-month = { $length } after the month begins
mechanism-point-start-quarter = { $length } after the quarter begins
mechanism-point-start-half-year = { $length } after the half-year begins
mechanism-point-start-year = { $length } after the year begins
mechanism-point-past-week = { $length } after the week ends
mechanism-point-past-month = { $length } after the month ends
mechanism-point-past-quarter = { $length } after the quarter ends
mechanism-point-past-half-year = { $length } after the half-year ends
mechanism-point-past-year = { $length } after the year ends
mechanism-point-after-receipt = { $length } after receipt
mechanism-point-after-issue = { $length } after it is issued
mechanism-point-after-order = { $length } after it is ordered
mechanism-point-after-acceptance = { $length } after it is taken up
mechanism-point-after-hit = { $length } after the hit
mechanism-point-after-entry = { $length } after the entry
mechanism-point-after-meeting = { $length } after the meeting
mechanism-point-after-occurrence = { $length } after it happened
mechanism-point-before-due = { $length } before the term
mechanism-point-same-day = the same day
mechanism-length-hours = { $count ->
        [one] one hour
       *[other] { $count } hours
    }
mechanism-length-days = { $count ->
        [one] one day
       *[other] { $count } days
    }
mechanism-length-working-days = { $count ->
        [one] one working day
       *[other] { $count } working days
    }
mechanism-length-weeks = { $count ->
        [one] one week
       *[other] { $count } weeks
    }
mechanism-length-months = { $count ->
        [one] one month
       *[other] { $count } months
    }
mechanism-length-years = { $count ->
        [one] one year
       *[other] { $count } years
    }
mechanism-length-forever = for good
mechanism-window-cycle = this cycle
mechanism-window-month = this month
mechanism-window-quarter = this quarter
mechanism-window-year = this year
mechanism-window-last = the last { $length }

# Text, words, examples.
mechanism-text = Text
mechanism-text-zh = In Chinese
mechanism-text-en = In English
mechanism-file-zh = File in Chinese
mechanism-file-en = File in English
mechanism-text-note = This is what the program runs. In the other language, titles and remarks stay as they are.
mechanism-meanings = The words of its conditions
mechanism-meanings-note = What is not there yet gives no result for now.
mechanism-meaning-word = Word
mechanism-meaning-means = What it means
mechanism-meaning-source = Source of facts
mechanism-meaning-fed = Records
mechanism-examples = Examples
mechanism-examples-note = They stand in the file and are worked out at every check.
mechanism-example-what = What happened
mechanism-example-element = Element
mechanism-example-given = Facts
mechanism-example-gives = To give

mechanism-running = Who runs it
mechanism-running-note = The units, their versions, and the counts of the last three months. Counts alone: not what any unit answered, and nobody’s name.
mechanism-running-none = No unit runs it yet.
mechanism-adopt = Adopt it in my unit
mechanism-version = In force since { $since }
mechanism-version-until = In force from { $since } to { $until }
mechanism-version-in-force = In force
mechanism-version-ahead = Not yet in force
mechanism-version-over = Ended
mechanism-count-owed = Owed
mechanism-count-filed = Filed
mechanism-count-late = Late
mechanism-count-excused = Excused
mechanism-count-shown = Shown on

mechanism-posts = Post plates
mechanism-posts-lead = { $unit }: “{ $title }”
mechanism-posts-print = Print puts each post on a sheet of its own, to hang where people come.
mechanism-post-person = Person
mechanism-post-place = Place
mechanism-post-duties = Duties
mechanism-post-standard = Standard
mechanism-post-due = Done within
mechanism-post-contact = Turn to
