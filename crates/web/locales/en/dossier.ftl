# The file of a case and the file check.
dossier-title = File of the case
dossier-of = File of { $number }
dossier-lead = All that belongs to this case, in the order it came. The archive can be checked away from this site: each file has its hash, each act its proof in the log.
dossier-download = Take the file (ZIP)
dossier-refused = The file was not given out
dossier-withheld = The file is given to whoever may read every piece of it. You may not read: { $kinds }. Ask an adjudicator or discipline officer of the organ that handles it.
dossier-too-large = The evidence has { $size } MB, more than the { $most } MB that one archive takes. Print the papers, and take the evidence from the page of the visit, one by one.
dossier-defects = What it lacks
dossier-defects-none = By the rules, nothing is missing.
dossier-pieces = What is in it
dossier-bulletins = Bulletins (by number only)
dossier-column-no = No.
dossier-column-title = What
dossier-column-day = Day
dossier-column-file = File
dossier-column-sha256 = SHA-256
dossier-entry = Entry { $leaf } of the log: { $kind }
dossier-index-foot = What was cleared or erased is not in it. README.txt says how to check it.
dossier-readme =
    File of finding { $number }

    index.html and index.csv give the SHA-256 of each file. Compare them with sha256sum: a page taken out or put in shows.
    In the folder proofs each act has two files: entry-N.json is the entry of the log word for word, entry-N.tlog-proof its proof (C2SP tlog-proof, with a signed checkpoint).
    To check all proofs offline:
    qinzheng ledger check proofs --vkey KEY
    Get the key from somebody you trust; the one enclosed is:
    { $key }
    The papers open and print in any browser. What was cleared or erased is not in it; bulletins are named by number only.
file-check-list-title = File check
file-check-list-all = { $count } gaps in all. The system points, people mend; nothing is scored or ranked.
file-check-list-found = { $count } gaps found.
file-check-list-none = By the rules, the files you may see lack nothing.
file-check-column-name = Case
file-check-column-stage = What is missing
file-check-column-unit = Unit concerned
file-check-column-place = Where to mend it
file-check-column-source = On what the rule rests
file-check-source-second-signature = Two at least visit, and each signs (Regulations on government supervision)
file-check-source-evidence = Evidence is kept with its bytes and its hash (rule of this system)
file-check-source-unheard = A statement is heard before a measure (Law on Administrative Discipline, art. 43)
file-check-source-term-passed = Screening, verification, decision and service each have a term (set by the county, see the page of law)
file-check-source-window-passed = Once the window for a statement has passed, it may be decided (set by the county)
file-check-source-receipt = Service has a receipt; a refusal is signed by witnesses (after the Civil Procedure Law, arts. 87, 89)
file-check-source-remedy-day = A decision says how and until when a review may be asked for (Law on Administrative Discipline, art. 45)
file-check-source-overdue = Put right in time, or more time granted first (set by the county)
file-check-source-recheck-passed = Re-checked in time once it is said to be put right (set by the county)
file-check-source-name-until = A name that is made known has a day on which it goes (rule of this system)
