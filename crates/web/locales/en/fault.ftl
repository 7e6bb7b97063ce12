# What is wrong with an entry and how to mend it. fault-<name> is for one field, sheet-<name> for a table file, evidence-<name> for a file of evidence.
fault-at = { $label }: { $what }
fault-missing = please fill this in.
fault-too-long =
    { $most ->
        [one] at most { $most } character, there are { $found }; please shorten it.
       *[other] at most { $most } characters, there are { $found }; please shorten it.
    }
fault-too-many =
    { $most ->
        [one] at most { $most } row, there are { $found }; please join some or take them out.
       *[other] at most { $most } rows, there are { $found }; please join some or take them out.
    }
fault-too-short = at least { $least } characters, it has { $found }; please write more.
fault-not-one-of = “{ $found }” is not one of the choices; please write one of these: { $allowed }.
fault-not-a-day = “{ $found }” is not a day; please write it like 2015-06-18.
fault-not-a-moment = “{ $found }” is not a day and time; please write it like 2015-06-18 09:20.
fault-not-a-number = “{ $found }” does not fit; please write a whole number from { $least } to { $most }.
fault-unknown = “{ $found }” was not found; please check the code, the number or the full name.
fault-unknown-blank = the record that is meant was not found; please check.
fault-taken = “{ $found }” is already in use; please check for a duplicate or choose another.
fault-state-secret = carries the classification mark “{ $mark }”. State secrets must not enter this system; please remove it and follow the secrecy rules.
fault-control-character = has an invisible control character; please type this entry again.
fault-ends-before-start = the last day is before the first; please check both.
fault-in-the-future = lies in the future; please give today or earlier.
fault-outside-days = please give a day from { $from } to { $until }.
fault-overlapping = begins before the row above it has ended; please write them in order, without overlap.
fault-not-yet-there = “{ $found }” began only on { $day }; please check the unit or the first day of the campaign.
fault-bad-form = is not in the right form; please write it like { $example }.
sheet-empty = The file holds no table. Please put the column names in row 1 of the first worksheet.
sheet-file-too-large = The file is larger than { $megabytes } MB. Please split it and send the parts one by one.
sheet-old-excel = This is an old Excel file (.xls). Please open it in Excel or WPS and save it as .xlsx.
sheet-locked = The workbook is locked with a password. Please take the password off, save it and send it again.
sheet-web-page = This is a web page, not a table; some systems export that way. Please open it in Excel or WPS and save it as .xlsx.
sheet-not-a-table = This is neither an .xlsx workbook nor a text table. Please save the table as .xlsx or .csv.
sheet-unknown-encoding = Line { $line } is neither UTF-8 nor GB18030 text. Please save the table as .xlsx.
sheet-broken-utf8 = Line { $line } holds broken UTF-8 text. Please save the table again, best as .xlsx.
sheet-unclosed-quote = Row { $row }: a quotation mark opens a cell and never closes. Please close it or take it out.
sheet-unnamed-column = Row { $row }, column { $column }: the column has no name. Please name it or delete it.
sheet-duplicate-column = Columns { $first } and { $second } are both named “{ $name }”. Please rename one of them.
sheet-title-above-header = Row { $header } holds only “{ $title }” but row { $row } has { $cells } columns. Please delete the title above the column names.
sheet-row-too-long = Row { $row } has { $cells } columns, the header has { $header }. Please name the extra columns or empty them.
sheet-too-many-columns = Row { $row } reaches column { $column }; at most { $limit } columns are read. Please delete the others.
sheet-too-many-rows = Row { $row } is past the limit of { $limit } rows. Please split the table and send the parts one by one.
sheet-table-too-large = At row { $row } the table grows too large. Please split it and send the parts one by one.
sheet-too-many-parts = The workbook has { $entries } parts; at most { $limit } are read. Please copy the table into a new workbook.
sheet-unpacks-too-large = “{ $part }” in the workbook unpacks to more than is read. Please copy the table alone into a new workbook.
sheet-damaged = The workbook is damaged at “{ $part }”. Please open it in Excel or WPS and save it again.
sheet-no-worksheet = The workbook shows no worksheet. Please put the table on the first worksheet.
sheet-digits-lost = Row { $row }, column { $column }: this number has lost its last digits. Please set the column to text and type it again.
sheet-failed-formula = Row { $row }, column { $column } shows the error { $error }. Please correct the formula or type the value.
evidence-empty = The file is empty. Please choose it again.
evidence-file-too-large = The file is larger than { $megabytes } MB. Please send a smaller copy or split the document.
evidence-unknown-kind = This is no JPEG, PNG or WebP picture and no PDF document. Please save it as one of these.
evidence-name-mismatch = The name ends in .{ $extension } but the file is { $found }. Please rename it to .{ $right }.
evidence-too-many-pixels = The picture has { $megapixels } megapixels; at most { $limit } are taken. Please send a smaller copy.
evidence-moving = This is a moving picture. Please send the frames that matter as still pictures.
evidence-damaged-picture = The picture is damaged or incomplete. Please send it again from where it was taken.
evidence-cleaned-too-large = The picture is too large once cleaned. Please save it as JPEG and send that.
evidence-active-pdf = The PDF holds active content (/{ $feature }). Please print it to a new PDF and send that.
evidence-encrypted-pdf = The PDF is encrypted. Please take the password off, or print it to a new PDF.
evidence-incomplete-pdf = The PDF is incomplete. Please send it again.
