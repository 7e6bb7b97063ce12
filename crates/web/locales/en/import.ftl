# Import: choose a file, rehearse it, see what is wrong, confirm, see the result. import-state- and import-doing- are put together from the state.
import-title = Import units and people
import-visits-title = Import visits
import-lead = The file is rehearsed first: every fault is listed by row and column and nothing is written. Once you have looked and confirmed, all of it is written at once. A row imported twice does not become two.
import-visits-lead = For paper sheets that were keyed into a spreadsheet. They are rehearsed, then confirmed; every row passes the same guards as a visit on screen: two inspectors, training, recusal.
import-kind = What to import
import-kind-column = Kind
import-kind-hint = The first time: units, then posts, then people.
import-kind-missing = What to import: please choose one.
import-file = File
import-file-name = File name
import-file-hint = Excel (.xlsx) or CSV, at most 20 MB. CSV may be UTF-8 or GB18030, the default of Chinese Windows.
import-no-file = no file has been chosen.
import-button = Upload and rehearse
import-button-help = Rehearsing writes nothing.
import-waiting = Not finished yet
import-columns-title = What the columns mean
import-column = Column
import-required = Needed
import-required-yes = needed
import-required-no = may be absent
import-example = Example
import-meaning = Meaning
import-templates = Empty templates
import-templates-text = Row 1 names the columns, row 2 is an example; delete the example before you fill the file in.
import-template-own = Excel
import-template-other = in Chinese
import-order-title = In this order
import-order =
    Units: the unit above comes before those below it.
    Posts: once their unit is in the system.
    People: once their unit and post are in the system.
    Appointments, kin and training: once the people are in the system.
import-help = About importing
import-history = Imported files
import-history-none = No file has been imported yet.
import-rows = Rows
import-at = When
import-by = By
import-of = Import: { $kind }
import-state-rehearsing = Rehearsing
import-state-rehearsed = Awaiting your word
import-state-faulty = Faults found
import-state-importing = Importing
import-state-imported = Imported
import-state-stopped = Stopped
import-state-failed = Not done
import-doing-rehearsing = Rehearsing “{ $file }”
import-doing-importing = Importing “{ $file }”
import-doing-rehearsed = Rehearsed: “{ $file }”
import-doing-imported = Imported: “{ $file }”
import-doing-stopped = Stopped: “{ $file }”
import-doing-failed = Not done: “{ $file }”
import-rehearsing = The rows are tried one by one and nothing is written. You may leave this page; the import page leads back to it.
import-under-way = Being written. It counts only as a whole: stopped half-way, not one row is kept.
import-rehearsed-clean = Of { $total } rows { $accepted } are ready, { $repeated } were imported before, none is wrong. Nothing is written until you confirm.
import-rehearsed-faulty =
    { $refused ->
        [one] Of { $total } rows { $refused } is wrong, so none was written. Mend the file as listed below and upload it again.
       *[other] Of { $total } rows { $refused } are wrong, so none was written. Mend the file as listed below and upload it again.
    }
import-rehearsed-nothing = All { $total } rows were imported before. There is nothing new, so there is nothing to do.
import-done =
    { $accepted ->
        [one] { $accepted } row was imported, { $repeated } had been imported before. Every row is in the ledger.
       *[other] { $accepted } rows were imported, { $repeated } had been imported before. Every row is in the ledger.
    }
import-stopped = Stopped; not one row was written. To start over, upload the file again.
import-failed = Not done; not one row was written. Please upload the file again. If that does not help, show the line below to the system officer.
import-stop-button = Stop
import-stop-help = Once stopped, nothing of it is kept.
import-confirm-button =
    { $count ->
        [one] Import { $count } row
       *[other] Import { $count } rows
    }
import-confirm-help = Either all of it is written or none.
import-faults-title = What is wrong
import-faults-text = Rows are numbered as in the file. Mend everything, then upload the file again.
import-faults-file = Save as a file (CSV)
import-faults-more = The first { $shown } of { $all } are listed; the file has all of them.
import-row = Row
import-row-file = whole file
import-what = What is wrong and how to mend it
import-about-file =
    { $rows ->
        [one] “{ $file }”, { $encoding }, { $rows } row.
       *[other] “{ $file }”, { $encoding }, { $rows } rows.
    }
import-first-rows =
    { $count ->
        [one] The first row of the file
       *[other] The first { $count } rows of the file
    }
import-encoding-utf8 = UTF-8 text
import-encoding-utf8-marked = UTF-8 text with a byte order mark
import-encoding-utf16 = UTF-16 text
import-encoding-gb18030 = GB18030 text
import-encoding-workbook = Excel workbook
import-another = Import another file
import-mended = Upload the mended file
import-see = See: { $kind }
import-header-missing = the file lacks these columns: { $columns }. Row 1 must name the columns; compare with a template.
import-header-unknown = these columns are not known: { $columns }. Name them as in the template, or delete them.
import-header-no-rows = there is no row below the column names. Please fill the file in and upload it again.
import-forbidden = your account may not do this: { $action }. A colleague with the role can import it.
