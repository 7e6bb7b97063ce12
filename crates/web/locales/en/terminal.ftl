# Attendance terminals, whose their numbers are, and punches.
terminal-list-title = Attendance terminals
terminal-list-all = { $count } terminals in all.
terminal-list-found = { $count } terminals found.
terminal-list-none = No terminal is registered yet.
terminal-filter-q = Name, serial number or unit
terminal-sort-waiting = Those that wait first
terminal-sort-name = By name
terminal-sort-silent = The longest silent first
terminal-column-name = Name
terminal-column-stage = State
terminal-column-comes-in = Kind
terminal-column-key = Key since
terminal-column-missing = Events that never came
terminal-column-serial = Serial number
terminal-column-unit = Unit
terminal-column-place = Where it stands
terminal-column-heard = Heard last
terminal-column-sent = Sent last
terminal-column-gap = Since it sent something
terminal-column-drift = Clock
terminal-column-numbering = Numbering
terminal-column-punches = Punches
terminal-column-asides = Lines set aside
terminal-column-pin = Number
terminal-column-person = Person
terminal-column-span = From and until
terminal-column-taken = Taken to be
terminal-column-shown = Its clock showed
terminal-column-clock = Clock
terminal-column-received = Received
terminal-column-reason = Why
terminal-column-line = Line
terminal-column-body = What it says
terminal-column-ordered = Ordered
terminal-column-order = Order
terminal-column-sent-out = Went out
terminal-column-result = Result
terminal-table-pins = Whose its numbers are
terminal-table-punches = Latest punches
terminal-table-asides = Lines set aside
terminal-table-orders = Orders
terminal-pins-first = The first { $count } are shown.
terminal-none-pins = No number is anybody's yet. Punches are kept all the same and find their person once it is.
terminal-none-punches = No punch was received yet.
terminal-none-asides = No line was set aside.
terminal-none-orders = Nothing was ordered yet.
terminal-never = Never
terminal-open = now
terminal-drift = { $seconds } s
terminal-drift-unknown = Not measured
terminal-hours = { $hours } h
terminal-missing-none = None; the last is number { $highest }
terminal-missing = { $count } ({ $gaps })
terminal-key-none = No key yet
terminal-key-title = Give it a key
terminal-key-lead = { $title } comes in by a key. It is shown once, with what to enter in the device.
terminal-key-button = Make the key
terminal-key-made-title = The key
terminal-key-made-text = For { $title }. It is shown this once and never again.
terminal-key-shown-before = This form was sent before, and the key it made was shown then. If it was lost, give a new one.
terminal-key-back = Back to the terminal
terminal-key-end-title = Take its key back
terminal-key-end-lead = { $title } no longer comes in. What it sent stays; what it still has it keeps.
terminal-key-end-button = Take it back
terminal-key-steps-hikvision =
    In the device, open Network, Advanced, HTTP Listening (ISAPI: httpHosts).
    Enter the address and port of the terminal port, which the system officer knows ([terminals] listen), and protocol HTTP.
    As URL enter the line above, whole; no user name and no password.
    Send all events, a heartbeat each 30 seconds, and no pictures if it can be chosen; set the time zone to +08:00.
    Number people in the device by work number, or say below whose its numbers are. Then take it into service.
terminal-key-steps-kiosk =
    On the desktop by the door, open /kiosk/open of this site in the browser and type the key above. The browser keeps it.
    Let the browser start with /kiosk, in full screen (kiosk mode), and let nobody else use that desktop.
    Plug in a card reader that types digits and Enter; cards have eight digits or more.
    Map each card, or for who has none an attendance number of four characters or more, on the terminal’s page.
    Take the kiosk into service. When the desktop goes, take the key back.
terminal-caller = Register { $serial } (called at { $at })
terminal-register-title = Register a terminal
terminal-register-lead = By the serial number on the box. It waits until it is taken into service; until then it keeps its records, and none is lost.
terminal-register-button = Register
terminal-take-up-title = Take into service
terminal-take-up-lead = From now on what { $title } sends counts.
terminal-take-up-button = Take into service
terminal-refuse-title = Refuse
terminal-refuse-lead = What { $title } sends is not taken in.
terminal-refuse-button = Refuse
terminal-retire-title = Retire
terminal-retire-lead = What { $title } sent stays; nothing more is taken in.
terminal-retire-button = Retire
terminal-order-title = Order something
terminal-order-lead = It waits until { $title } calls next.
terminal-order-button = Order
terminal-order-check = Look for news
terminal-order-info = Tell model and counts
terminal-order-log = Send what is new
terminal-order-reboot = Begin anew
terminal-order-put-user = Know somebody by a number
terminal-order-drop-user = Forget a number
terminal-order-query = Send some days again
terminal-pin-title = Say whose a number is
terminal-pin-lead = On one day a number is one person's; earlier punches find theirs by date.
terminal-pin-button = Save
terminal-end-title = End it
terminal-end-lead = The last day on which the number is that person's.
terminal-end-button = End it
terminal-result-done = Done
terminal-result-failed = Not done ({ $code })
terminal-result-waits = Waits for a result
terminal-rule-once = A serial number is registered once.
terminal-rule-waits = What is not in service is put off, and keeps its records.
terminal-rule-body = Fingerprints, faces and pictures stay in the box; none is asked for or kept.
terminal-rule-key = A door controller or a kiosk comes in by a key, which you give it once it is registered; that page says what to enter where.
terminal-rule-key-once = A key is shown once; only its digest is kept.
terminal-rule-key-one = A terminal has one key; a new one ends the old at once.
terminal-rule-key-lost = Whoever has the key can send in its name: if it was seen, give a new one.
terminal-rule-days = By date: two spans share no day.
terminal-rule-later = What is said later holds for old punches too.
terminal-rule-stays = What was taken in stays for ever, unchanged.
terminal-rule-order = Nothing that clears its memory or runs a program can be ordered.
terminal-hint-serial = On the label of the box, such as CJDE201560001.
terminal-hint-comes-in = Terminals with ADMS or a cloud server speak the push protocol; Hikvision’s (DS-K1T …) send ISAPI events. A kiosk is a desktop of yours: it needs no box, and its serial number is any name, such as KIOSK-01.
terminal-hint-unit = Code or name of the unit.
terminal-hint-place = In words, such as "hall, ground floor"; may be empty.
terminal-hint-numbering = The same name for terminals that share a list of people; empty for one of its own.
terminal-hint-zone = Only for the push protocol. As its manual says; a wrong one shifts its clock.
terminal-hint-pin = As the terminal has it, leading zeros too.
terminal-hint-person = Work number or name.
terminal-hint-until = Empty while it lasts.
terminal-hint-order-pin = To know or forget somebody.
terminal-hint-order-person = To know somebody.
terminal-hint-order-days = To have days sent again; 92 at most.
punch-list-title = Punches
punch-list-all = { $count } punches in all.
punch-list-found = { $count } punches found.
punch-list-none = No punch was received yet.
punch-column-name = Taken to be
punch-column-stage = Clock
punch-column-person = Person
punch-column-pin = Number
punch-column-shown = Its clock showed
punch-column-terminal = Terminal
punch-filter-whose = Whose
punch-filter-terminal = Terminal (the number in its address)
punch-whose-nobody = Nobody's yet
punch-import-title = Import punches
punch-import-lead = A file from a terminal, from DingTalk or WeCom, or a table of your own. You see first what it would do.
punch-import-file-hint = XLSX, CSV or the terminal's own text; UTF-8 or GBK; 20 MB at most.
punch-import-terminal = Terminal that wrote it
punch-import-terminal-none = Not a terminal's own file
punch-import-terminal-hint = Only for a file a terminal wrote: its numbers are that terminal's.
punch-import-button = Look at it first
punch-import-button-help = Nothing is written yet.
punch-import-waiting = Waiting for you to confirm
punch-import-forms-title = What is taken
punch-import-forms =
    A terminal's own file: number, time, status, parted by tabs
    Person, time, device: work number and a time each
    DingTalk daily sheet: 工号 or UserId, 日期, 上班1打卡时间, 上班1打卡结果 …
    WeCom check-ins: 账号, 日期, 打卡类型, 打卡时间, 打卡状态
punch-import-rules-title = What becomes of it
punch-import-rules =
    Row by row what came before is passed over; the same file again changes nothing.
    What somebody put right is a correction, and a check-in away from the door is none at the door: both are refused.
    Columns of places, pictures and body data are not kept; everything else of the file is.
    A work number that is new is its person's at once.
punch-import-no-form = it is none of the files that are taken: see beside what each of them has
punch-import-no-lines = it tells of no punch
punch-import-state-waits = Waits for you to confirm
punch-import-state-nothing = Nothing new
punch-import-state-done = Imported
punch-import-would = { $accepted } lines can be imported, { $repeated } are there already, { $refused } are no punches. Nothing is written until you confirm.
punch-import-nothing = There is nothing new to import: { $repeated } lines are there already, { $refused } are no punches.
punch-import-done = { $accepted } lines were imported, { $repeated } were there already, { $refused } are no punches.
punch-import-of = Terminal: { $serial }
punch-import-mapped = { $count } work numbers are seen for the first time and become their persons'.
punch-import-left-out = Not kept: { $columns }
punch-import-confirm = Import { $count } lines
punch-import-confirm-help = They stay for ever.
punch-import-refused-title = No punches
punch-import-refused-text = They are kept aside with their reason once you confirm.
punch-import-refused-file = As a file
punch-import-why = Why
punch-import-says = What it says
punch-import-first-title = The first lines
punch-import-another = Another file
matter-field-serial = Serial number
matter-field-called = Name
matter-field-stands-in = Unit it stands in
matter-field-place = Where it stands
matter-field-numbering = Numbering
matter-field-comes-in = Kind
matter-field-zone = How it is told the zone
matter-field-pin = Number in the terminal
matter-field-pin-of = Person
matter-field-wanted = Order
