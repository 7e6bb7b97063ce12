# Pieces of pages: filter, pager, forms, batch entry, timeline, refusal, reading aloud.
part-crumb = You are here
part-filter-label = Filter
part-filter = Filter
part-filter-clear = Clear
part-pager = Pages
part-pager-page = Page { $page }
part-pager-previous = Previous
part-pager-next = Next
part-pager-range = { $from } to { $to } of { $total }
part-export =
    { $count ->
        [one] Save this row as a file:
       *[other] Save these { $count } rows as a file:
    }
part-errors =
    { $count ->
        [one] Not submitted yet: one entry needs mending
       *[other] Not submitted yet: { $count } entries need mending
    }
part-errors-kept = What you typed is still here.
part-optional = optional
part-refusal-unchanged = Nothing was changed.
part-refusal-guard = Rule: { $code }.
part-light-overdue =
    { $days ->
        [one] { $days } day overdue
       *[other] { $days } days overdue
    }
part-light-today = Due today
part-light-left =
    { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
part-step-next = Next
part-step-later = Later
part-step-term = Due
part-grid-help = Arrow keys and Enter move; a block pasted from a spreadsheet fills the cells.
part-grid-row = Row
part-grid-pasted = Cells filled: {"{"}cells{"}"}. Cells without room, not filled: {"{"}left{"}"}.
part-progress = { $done } of { $total } done
part-reading = Reading tools
part-font = Font size
part-font-large = Large
part-font-medium = Medium
part-font-small = Small
part-print = Print
part-close = Close this page
part-aloud = Read aloud
part-aloud-morning = Good morning.
part-aloud-afternoon = Good afternoon.
part-aloud-evening = Good evening.
part-aloud-offer = Shall I read this to you?
part-aloud-play = Read aloud
part-aloud-pause = Pause
part-aloud-stop = Stop
part-aloud-voice = Another voice
