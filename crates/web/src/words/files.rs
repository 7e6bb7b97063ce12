//! The list of text files. A new family of pages adds its `.ftl` in both languages and one line.

/// One file of texts in both languages.
pub(super) struct File {
    pub(super) name: &'static str,
    pub(super) chinese: &'static str,
    pub(super) english: &'static str,
}

macro_rules! file {
    ($name:literal) => {
        File {
            name: $name,
            chinese: include_str!(concat!("../../locales/zh-CN/", $name, ".ftl")),
            english: include_str!(concat!("../../locales/en/", $name, ".ftl")),
        }
    };
}

/// Every file, by name.
pub(super) const FILES: &[File] = &[
    file!("accountability"),
    file!("board"),
    file!("brief"),
    file!("article"),
    file!("bulletin"),
    file!("calendar"),
    file!("campaign"),
    file!("chain"),
    file!("demo"),
    file!("deputy"),
    file!("desk"),
    file!("dossier"),
    file!("draw"),
    file!("error"),
    file!("fault"),
    file!("finding"),
    file!("format"),
    file!("help"),
    file!("identity"),
    file!("import"),
    file!("law"),
    file!("log"),
    file!("matter"),
    file!("meeting"),
    file!("opening"),
    file!("part"),
    file!("paper"),
    file!("person"),
    file!("portal"),
    file!("procedure"),
    file!("record"),
    file!("rectification"),
    file!("review"),
    file!("refusal"),
    file!("report"),
    file!("search"),
    file!("shell"),
    file!("story"),
    file!("suspicion"),
    file!("terminal"),
    file!("ticket"),
    file!("visit"),
    file!("word"),
];

/// Keys that begin like this are put together while the product runs (`nav-` and the name of the
/// entry), so no source line holds them whole and the test for unused keys passes them over.
pub const DYNAMIC_PREFIXES: &[&str] = &[
    "chain-lay-",
    "chain-no",
    "chain-yes",
    "accountability-",
    "board-",
    "brief-",
    "article-",
    "away-",
    "bulletin-",
    "campaign-",
    "deputy-",
    "desk-",
    "dossier-column-",
    "draw-",
    "error-text-",
    "error-title-",
    "evidence-",
    "rectification-",
    "review-",
    "fault-",
    "file-check-",
    "finding-",
    "guard-",
    "help-",
    "identity-",
    "law-",
    "import-doing-",
    "import-forbidden",
    "import-state-",
    "matter-",
    "meeting-",
    "kin-",
    "message-",
    "month-",
    "moving-",
    "nav-",
    "notice-column-",
    "objection-",
    "opening-",
    "password-",
    "paper-check-",
    "paper-foot-",
    "paper-row-",
    "person-field-",
    "person-sort-",
    "portal-draw-",
    "queue-",
    "reads-",
    "refusal-",
    "report-",
    "sheet-",
    "stand-",
    "suspicion-",
    "terminal-",
    "punch-",
    "ticket-",
    "visit-",
    "weekday-",
    "word-",
];

/// The names of the files, for the test that finds a file nobody listed.
pub fn file_names() -> Vec<&'static str> {
    FILES.iter().map(|file| file.name).collect()
}
