# What stands around every page: masthead, navigation, footer, print line.
shell-skip = Skip to the content
shell-site = { $county } Open Governance
shell-motto = Inspection, bulletins and accountability, each with its source
shell-desk = Qinzheng desk
shell-desk-title = { $county } Qinzheng desk
shell-nav = Main
shell-rail = Desk
shell-rail-mine = Mine
shell-rail-today = Today
shell-elder-on = Elder mode
shell-elder-off = Leave elder mode
shell-contrast-on = High contrast
shell-contrast-off = Standard colours
shell-other-language = 中文
shell-sign-in = Sign in
shell-sign-out = Sign out
shell-to-desk = Desk
shell-to-portal = Public site
shell-search-label = Find a unit, a matter or a document number; pinyin initials work too
shell-search-hint = Unit, matter, document number
shell-search = Search
shell-demo = Demonstration: units, people and records are invented. Scenario: { $scenario }, clock { $clock }.
shell-host = Host: { $office }
shell-phone = Telephone: { $phone }
shell-site-code = Site code: { $code }
shell-ledger =
    { $size ->
        [one] The ledger holds { $size } leaf, root
       *[other] The ledger holds { $size } leaves, root
    }
shell-desk-promise = Every act is written to the ledger, where anyone can check it.
shell-print-portal = Printed from { $site }, { $now }. The web page and the ledger prevail.
shell-print-desk = Printed from { $site } by { $name }, { $now }.
shell-keys = Keyboard
shell-keys-next = Next item
shell-keys-previous = Previous item
shell-keys-select = Select
shell-keys-open = Open
shell-keys-search = Search
shell-keys-help = Show or hide this table

# Entries of the navigation; their keys are put together by the program.
nav-home = Home
nav-story = The story
nav-bulletins = Bulletins
nav-mechanisms = Mechanisms
nav-statistics = Statistics
nav-projects = Projects
nav-lists = Red and black lists
nav-reports = Monthly reports
nav-verify = Verify
nav-corrections = Report an error
nav-accessibility = Accessibility
nav-data = Open data
nav-feed = Feed
