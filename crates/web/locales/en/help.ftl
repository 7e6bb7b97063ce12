# Help: a section is one message, its first line the heading, every other line a step. Keys are put together: help-<page>-<section>.
nav-help = Help
help-lead = A page a subject: how it is done, and why this way.
help-others = Other pages
help-powers = What each role may do
help-visit-title = Visits: from the plan to the file
help-visit-lead = Two go, two sign, the unit replies. A visit that found nothing is a whole visit too.
help-visit-plan =
    Plan
    The supervision clerk opens “Plan a visit” and names the inspecting organ, the unit to visit, the manner, the days, the purpose and the inspectors.
    There are at least two inspectors: trained on that day, without a post in the visited unit or below it, without kin there. If something does not fit, the page says at once who and why.
    The purpose says what is looked at and why, never how many problems to find. The visited unit does not see the plan of a covert visit.
help-visit-write =
    Write up
    One of the inspectors signs in, opens the visit from “Today” and fills in five fields: time, manner, what was seen, whether something is to be looked into, who was told.
    Write only what was seen: at what minute, at which post, what happened. Write down what speaks for people too. No judgement, nothing classified.
    Who writes it up signs first.
help-visit-sign =
    Sign second
    The other inspector signs in with their own account, checks the text and signs. Nobody signs for another.
    The visit is then filed, counts in the year’s figure and is in the ledger.
help-visit-reply =
    The unit’s reply
    Once filed, the visit appears on “Today” of the unit’s liaison and head, who agree or disagree and say why. A unit replies once to a visit.
help-visit-paper =
    On paper, and many at once
    Without a network use the paper form; its fields are those of the screen. Two people sign it, and the supervision clerk keys it in.
    Up to thirty sheets go into the entry grid: arrow keys and Enter move, a block pasted from a spreadsheet fills the cells. Rows at fault stay in the grid, the others are filed.
    More of them go into a spreadsheet first, then through “Import visits”.
help-visit-correct =
    Correct
    A filed visit is not changed but corrected: say what and why. What stood there stays readable, and the correction points back to it.
    A correction passes the same guards as a report; the inspectors and the supervision clerk may make one.
help-visit-evidence =
    Evidence
    Photographs and PDF files may be attached and are never required. Place, time and other data inside a photograph are removed first.
help-visit-off =
    Call off
    The supervision clerk may call off a visit that is not filed and says why. Its number and history stay and are not used again.
help-import-title = Import
help-import-lead = Bring your own spreadsheets in: rehearsed first, confirmed after, never half of a file.
help-import-before =
    Before
    Import units, posts and people in this order, then kin and training; the supervision clerk imports visits apart.
    Take a template: row 1 names the columns; delete the example and fill in the rows. Chinese and English column names are both known.
help-import-file =
    The file
    It is .xlsx or .csv, at most 20 MB and 200,000 rows. Save an old .xls as .xlsx first.
    CSV may be UTF-8 or GB18030; the program finds out and tells you in the preview which it took it for.
    Keep numbers and codes as text, so that a leading 0 is not lost. Write days like 2015-06-18.
help-import-rehearse =
    Rehearse
    An uploaded file is rehearsed first: every row goes through the real act, and nothing is written.
    What is wrong is listed by row and column with what to do, and can be saved as a file to work from.
help-import-confirm =
    Confirm
    Only a file without any fault can be confirmed. Then all of it is written at once, or none.
    You see how far it is and can stop it; once stopped, not one row is kept.
help-import-again =
    Once more
    A row imported twice counts as “imported before” and does not become two. A file with a few rows added can be imported again as a whole.
help-public-title = What is public
help-public-lead = Facts and figures are public, down to the unit; names have rules of their own.
help-public-shown =
    Public
    The number of filed visits, by day, manner, inspecting organ and visited unit; every figure opens to its visits.
    The size and root of the ledger and every signed checkpoint, so that anyone can check that no record was changed.
help-public-hidden =
    Not public
    Plans of covert visits, visits that are not filed, declared kin and training of inspectors.
    The ledger holds commitments only, no names and no text.
    A finding that was closed at screening or found unfounded leaves everybody’s view at once; ninety days later its words and names are erased, and stages, days and the commitments of the ledger remain.
    Until then its subject alone reads it; whoever was given notice of it is cleared within a term.
help-public-check =
    How to check
    Every filed visit has its place in the ledger. Enter that place under “Verify” on the public site.
help-mechanism-title = How to read a scheme
help-mechanism-lead = A scheme is one text. Its name, its picture and its text say the same thing, and the program runs it.
help-mechanism-name =
    Name and picture
    The numbers of the name have to be right: 三问四查三公开 has three questions, four checks and three disclosures, and the picture has them in that order.
    What the name does not count follows, and says so. What is switched off in the file is counted only.
help-mechanism-marks =
    The source’s and ours
    What is marked as in the source is stated there: in the report, or the document.
    What is marked as our default comes with the product; a unit that adopts the scheme may edit it.
help-mechanism-rules =
    Conditions and facts
    A hit asks people to look, no more; whoever looks may dismiss it.
    Every word of a condition is explained below, with its source. Of what is not there yet the county has no records, and there is no result for now.
    Examples stand in the file: what is to come of what. They are quicker to read than the condition.
help-mechanism-file =
    The file
    The text is there in either language, to read and to take. To write your own, follow the guide “Write a scheme tonight”.
help-duty-title = Duty and time off in lieu
help-duty-lead = Drawing up a roster, handing a turn over, and what work on days off earns.
help-duty-posts =
    Posts
    The unit’s head sets duty posts up. On site, an adopted rule of duty says from when to when; a stand-by is off site, asks for no punch and is no attendance.
    A post is not changed afterwards: close it and set up another, so that past days stay as they were.
help-duty-draft =
    Drawing up
    A month is one table: a row a day, a column a post, names or work numbers in the cells. Paste a block from a spreadsheet.
    Twice on a day, on leave or a trip, a second night: these are prompts, and whoever draws it up decides.
help-duty-published =
    Publishing and changing
    The head publishes before the first duty begins; from then on it binds. A later change has a reason, and who was on a turn and who is both stay.
    The day of a duty on site goes by the duty’s rule, and the day after is free as the rule says. A post that lacks people shows a coverage gap.
help-duty-swap =
    Handing over
    Under “My duties” a turn is handed to a colleague; the unit’s head or personnel approves.
    Approved before it begins, the turn moves. Approved afterwards, both are on record and the turn stays with whoever had it.
help-duty-time-off =
    Time off in lieu
    Approved overtime on days off counts as far as the punches show it; duty counts too, at most eight hours a day.
    Each day has its line, with this month’s lateness beside. More than is left cannot be asked for.
help-keys-title = Keyboard and looks
help-keys-lead = Everything works with the keyboard alone, and without scripts.
help-keys-lists =
    Lists
    J and K: next and previous item. Enter: open. X: select. Slash: search. Question mark: show this table.
help-keys-grid =
    Entry grid
    Arrow keys and Enter move between cells. Copy a block in a spreadsheet, paste it into its top left cell, and it fills out from there.
help-keys-looks =
    Looks
    The head of the page switches to elder mode (large type, large buttons, one column), high contrast and Chinese. Print any page and the navigation is left out.
help-roles-title = Accounts, roles and powers
help-roles-lead = One account a person, never shared. What each role may do is listed below; what is not listed it may not.
help-roles-accounts =
    How roles are given
    The system officer opens accounts and proposes roles, the security officer confirms them, the audit officer reads the log of acts. The three check each other, hold no other role and see nothing of supervision.
    A new account is activated with a one-time code that is good for 24 hours.
